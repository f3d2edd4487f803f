namespace TrustFund.Audit.Ledger;

/// <summary>Makes postings that balance.</summary>
static class Lines
{
    /// <summary>Debits one account and credits the other; an amount below zero the other way round, zero not at all.</summary>
    public static IEnumerable<Posting> Move(Account debit, Account credit, Money amount, About about, string? flow = null, int documents = 0)
    {
        if (amount.IsZero)
            yield break;
        yield return Line(debit, amount, about, flow, documents);
        yield return Line(credit, -amount, about, flow, 0);
    }

    /// <summary>Raises a stage against its contra account; an amount below zero lowers it.</summary>
    public static IEnumerable<Posting> Raise(Account stage, Money amount, About about, int documents = 0) =>
        Move(stage, MemorandumAccounts.Contras[stage], amount, about, documents: documents);

    /// <summary>One line: a positive amount on the debit side, a negative one on the credit side.</summary>
    public static Posting Line(Account account, Money signed, About about, string? flow = null, int documents = 0) => new(
        account,
        signed.IsNegative ? 0 : signed.Amount,
        signed.IsNegative ? (-signed).Amount : 0,
        signed.Currency,
        about)
    {
        Flow = account == MoneyAccounts.Cash ? flow : null,
        Documents = documents,
    };
}
