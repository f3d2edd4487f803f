namespace TrustFund.Disbursements.Funds;

/// <summary>The cash of a fund, pooled over its windows; the id is the fund's code.</summary>
sealed record FundCash : State
{
    /// <summary>How many receipts a payment's trace links to: the last ones, for cash is pooled and no single one pays it.</summary>
    public const int KeptTraces = 8;

    public required string Currency { get; init; }

    /// <summary>What donors paid within their certificates: the cash that may be spent, and the ceiling of all payments.</summary>
    public decimal Received { get; init; }

    /// <summary>What donors paid above their certificates: held, never spent.</summary>
    public decimal Unallocated { get; init; }

    /// <summary>What is authorised and not yet paid.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What has left the account.</summary>
    public decimal Paid { get; init; }

    /// <summary><c>traceparent</c>s of the last facts that brought cash, the newest last.</summary>
    public IReadOnlyList<string> ReceiptTraces { get; init; } = [];

    public static FundCash Of(string fund, Currency currency) => new() { Id = fund, Currency = currency.Code };

    /// <summary>What may still be authorised; negative only where facts have taken cash away that was promised already.</summary>
    public Money Available() => In(Received - Reserved - Paid);

    public FundCash Receive(Money allocated, Money unallocated, string? traceParent) => this with
    {
        Received = (In(Received) + allocated).Amount,
        Unallocated = (In(Unallocated) + unallocated).Amount,
        ReceiptTraces = traceParent is null || !allocated.IsPositive ? ReceiptTraces : [.. ReceiptTraces.TakeLast(KeptTraces - 1), traceParent],
    };

    public FundCash Reserve(Money amount) => amount <= Available()
        ? this with { Reserved = (In(Reserved) + amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be reserved: fund {Id} has {Available()} available.");

    public FundCash Release(Money amount) => amount <= In(Reserved)
        ? this with { Reserved = (In(Reserved) - amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be released: fund {Id} has {In(Reserved)} reserved.");

    public FundCash Pay(Money amount)
    {
        var released = Release(amount);
        return released with { Paid = (In(Paid) + amount).Amount };
    }

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));
}
