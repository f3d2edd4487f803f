namespace TrustFund.Audit.Ledger;

/// <summary>What an account's amounts are made of. The two are never added to each other.</summary>
enum LedgerBasis
{
    /// <summary>Money that moved.</summary>
    Money,

    /// <summary>Promises and decisions on the way to money, each booked against a contra account of its own.</summary>
    Memorandum,
}

/// <summary>Where an account stands in the books.</summary>
enum AccountClass
{
    /// <summary>What the fund has; a debit raises it.</summary>
    Asset,

    /// <summary>What the fund owes; a credit raises it.</summary>
    Liability,

    /// <summary>Where the fund's money comes from; a credit raises it.</summary>
    Resource,

    /// <summary>What the fund's money was spent on; a debit raises it.</summary>
    Expenditure,

    /// <summary>A stage of a promise; a debit raises it.</summary>
    Stage,

    /// <summary>The other side of a stage, so that every posting balances; a credit raises it.</summary>
    Contra,
}

/// <summary>An account of the general ledger.</summary>
/// <param name="Code">Its code, such as <c>cash</c>.</param>
/// <param name="Number">Its number in the chart, which orders it.</param>
/// <param name="Name">Its name for a reader.</param>
/// <param name="Class">Where it stands in the books.</param>
sealed record Account(string Code, int Number, string Name, AccountClass Class)
{
    /// <summary>What its amounts are made of.</summary>
    public LedgerBasis Basis => Class is AccountClass.Stage or AccountClass.Contra ? LedgerBasis.Memorandum : LedgerBasis.Money;

    /// <summary>Whether a debit raises it.</summary>
    public bool RisesByDebit => Class is AccountClass.Asset or AccountClass.Expenditure or AccountClass.Stage;

    /// <summary>The balance of this account on the side that raises it.</summary>
    public decimal Balance(decimal debit, decimal credit) => RisesByDebit ? debit - credit : credit - debit;
}
