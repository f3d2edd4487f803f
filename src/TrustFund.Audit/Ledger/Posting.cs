namespace TrustFund.Audit.Ledger;

/// <summary>One line of what a fact comes to in the ledger: an amount on one side of an account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Debit">What is debited, never below zero.</param>
/// <param name="Credit">What is credited, never below zero.</param>
/// <param name="Currency">The currency of both: the fund's.</param>
/// <param name="About">What the line is about.</param>
sealed record Posting(Account Account, decimal Debit, decimal Credit, Currency Currency, About About)
{
    /// <summary>What kind of cash flow it is; null on every account but cash.</summary>
    public string? Flow { get; init; }

    /// <summary>How many documents it adds to the count of actions, contracts or payments: 1, 0, or −1 for one that was undone.</summary>
    public int Documents { get; init; }
}

/// <summary>What a posting is about. What a fact does not say is null; reports join the rest.</summary>
sealed record About
{
    /// <summary>Code of the window; null for the pool, for cross-window contracts, and for what belongs to no window.</summary>
    public string? Window { get; init; }

    /// <summary>Whether it is part of an action that spans windows.</summary>
    public bool CrossWindow { get; init; }

    public string? Donor { get; init; }

    public string? PledgeId { get; init; }

    public string? ActionId { get; init; }

    public string? ContractId { get; init; }

    /// <summary>Id of the document itself: a certificate, receipt, disbursement, recovery order, cost, refund or decision.</summary>
    public string? DocumentId { get; init; }

    public string? Partner { get; init; }
}
