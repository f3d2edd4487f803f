namespace TrustFund.Audit.Ledger;

/// <summary>The accounts of promises and decisions, each with the contra account it is booked against.</summary>
static class MemorandumAccounts
{
    /// <summary>What donors promised.</summary>
    public static readonly Account Pledged = new("pledged", 900, "Pledged", AccountClass.Stage);

    /// <summary>What certificates made legal, by the window it is earmarked to; without a window it is the fund's pool.</summary>
    public static readonly Account Certified = new("certified", 910, "Certified", AccountClass.Stage);

    /// <summary>
    /// What receipts in other currencies were worth more, or less, than the certificates they fulfil: the line that trues them up.
    /// </summary>
    public static readonly Account Differences = new("exchange-differences", 915, "Exchange differences on certificates", AccountClass.Stage);

    /// <summary>Interest that adds to what the fund may promise, where the fund's rules say so.</summary>
    public static readonly Account AvailableInterest = new("interest-available", 918, "Interest that adds to availability", AccountClass.Stage);

    /// <summary>What the Board gave to windows out of the pool.</summary>
    public static readonly Account Allocated = new("allocated", 920, "Allocated to windows", AccountClass.Stage);

    /// <summary>What the Board set aside of the pool for management costs.</summary>
    public static readonly Account ForManagement = new("management-costs-allocated", 925, "Allocated to management costs", AccountClass.Stage);

    /// <summary>What the Operational Committee approved, by window; parts of cross-window actions are marked.</summary>
    public static readonly Account Approved = new("approved", 930, "Approved", AccountClass.Stage);

    /// <summary>The fund's own share of contracts, net of decommitments.</summary>
    public static readonly Account Contracted = new("contracted", 940, "Contracted", AccountClass.Stage);

    /// <summary>The other side of each stage.</summary>
    public static readonly IReadOnlyDictionary<Account, Account> Contras =
        new[] { Pledged, Certified, Differences, AvailableInterest, Allocated, ForManagement, Approved, Contracted }
            .ToDictionary(stage => stage, stage => new Account($"{stage.Code}-contra", stage.Number + 1, $"{stage.Name}, contra", AccountClass.Contra));
}
