namespace TrustFund.Audit.Ledger;

/// <summary>The accounts of money that moved.</summary>
static class MoneyAccounts
{
    /// <summary>The fund's bank account: everything on it, what is held unallocated too.</summary>
    public static readonly Account Cash = new("cash", 100, "Cash at bank", AccountClass.Asset);

    /// <summary>Paid to partners in advance and not yet accounted for by a report.</summary>
    public static readonly Account Prefinancing = new("pre-financing", 110, "Pre-financing not yet cleared", AccountClass.Asset);

    /// <summary>What partners are to pay back. It lowers expenditure when it is established; it is never income.</summary>
    public static readonly Account Recoveries = new("recoveries-receivable", 120, "Recovery orders outstanding", AccountClass.Asset);

    /// <summary>What donors paid above their certificates: held for them, never spent.</summary>
    public static readonly Account Unallocated = new("unallocated-contributions", 200, "Contributions held unallocated", AccountClass.Liability);

    /// <summary>
    /// Refunds to donors between the bank's payment and the moment it is taken from what they contributed, and back where one is reversed;
    /// nothing at rest.
    /// </summary>
    public static readonly Account Refunds = new("refunds", 210, "Refunds to donors in transit", AccountClass.Liability);

    /// <summary>What two sides of a fact do not agree on. Anything on it is looked at by a person.</summary>
    public static readonly Account Suspense = new("suspense", 290, "Suspense", AccountClass.Liability);

    /// <summary>What donors paid within their certificates, net of refunds and of receipts that were reversed.</summary>
    public static readonly Account Contributions = new("contributions", 300, "Contributions of donors", AccountClass.Resource);

    /// <summary>Interest on the fund's account; a debit balance where the bank charged negative interest.</summary>
    public static readonly Account Interest = new("interest", 310, "Interest", AccountClass.Resource);

    /// <summary>Paid to partners and accounted for, net of what is to be recovered from them.</summary>
    public static readonly Account Payments = new("payments", 400, "Payments to partners", AccountClass.Expenditure);

    /// <summary>What running the fund costs.</summary>
    public static readonly Account ManagementCosts = new("management-costs", 410, "Management costs", AccountClass.Expenditure);

    /// <summary>What the bank takes.</summary>
    public static readonly Account BankCharges = new("bank-charges", 420, "Bank charges", AccountClass.Expenditure);
}
