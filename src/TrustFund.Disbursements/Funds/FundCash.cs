namespace TrustFund.Disbursements.Funds;

/// <summary>The cash of a fund, pooled over its windows; the id is the fund's code.</summary>
sealed record FundCash : State
{
    /// <summary>How many receipts a payment's trace links to: the last ones, for cash is pooled and no single one pays it.</summary>
    public const int KeptTraces = 8;

    public required string Currency { get; init; }

    /// <summary>What donors paid within their certificates, less what was reversed.</summary>
    public decimal Received { get; init; }

    /// <summary>What donors paid above their certificates, and what was refunded and came back: held, never spent.</summary>
    public decimal Unallocated { get; init; }

    /// <summary>What of <see cref="Unallocated"/> is promised to be refunded.</summary>
    public decimal UnallocatedReserved { get; init; }

    /// <summary>The fund's own interest; negative where the bank charged more than it gave.</summary>
    public decimal Interest { get; init; }

    /// <summary>What partners paid back, in cash or set off against a payment.</summary>
    public decimal Recovered { get; init; }

    /// <summary>What is authorised and not yet paid: payments, costs and refunds.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What was paid under contracts, less payments that were reversed or returned.</summary>
    public decimal Paid { get; init; }

    /// <summary>What management and the bank cost.</summary>
    public decimal Costs { get; init; }

    /// <summary>What was refunded to donors out of what had been allocated. A refund that is reversed stays in it: its money is unallocated then.</summary>
    public decimal Refunded { get; init; }

    /// <summary><c>traceparent</c>s of the last facts that brought cash, the newest last.</summary>
    public IReadOnlyList<string> ReceiptTraces { get; init; } = [];

    public static FundCash Of(string fund, Currency currency) => new() { Id = fund, Currency = currency.Code };

    /// <summary>Cash in less cash out; negative only where facts have taken cash away that was spent already.</summary>
    public Money Balance() => In(Received + Interest + Recovered - Paid - Costs - Refunded);

    /// <summary>What may still be authorised; negative only where facts have taken cash away that was promised already.</summary>
    public Money Available() => Balance() - In(Reserved);

    public FundCash Receive(Money allocated, Money unallocated, string? traceParent) => this with
    {
        Received = (In(Received) + allocated).Amount,
        Unallocated = (In(Unallocated) + unallocated).Amount,
        ReceiptTraces = traceParent is null || !allocated.IsPositive ? ReceiptTraces : [.. ReceiptTraces.TakeLast(KeptTraces - 1), traceParent],
    };

    /// <summary>The rules have decided that it fits; a fact may have come between that takes the cash away again, and then it stands all the same.</summary>
    public FundCash Reserve(Money amount) => this with { Reserved = (In(Reserved) + amount).Amount };

    public FundCash Release(Money amount) => amount <= In(Reserved)
        ? this with { Reserved = (In(Reserved) - amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be released: fund {Id} has {In(Reserved)} reserved.");

    /// <summary>A payment that was reserved leaves the account.</summary>
    public FundCash Pay(Money amount) => Release(amount).PaidOut(amount);

    /// <summary>A payment leaves the account, or comes back where negative.</summary>
    public FundCash PaidOut(Money amount) => this with { Paid = (In(Paid) + amount).Amount };

    public FundCash Recover(Money amount) => this with { Recovered = (In(Recovered) + amount).Amount };

    public FundCash Cost(Money amount) => this with { Costs = (In(Costs) + amount).Amount };

    /// <summary>What was received and earned, and what of it is gone, for a refusal.</summary>
    public string Figures() => string.Join(", ", new[]
    {
        $"{In(Received)} received",
        Interest == 0 ? null : $"{In(Interest)} of interest",
        Recovered == 0 ? null : $"{In(Recovered)} recovered",
        Costs == 0 ? null : $"{In(Costs)} is spent on costs",
        Refunded == 0 ? null : $"{In(Refunded)} is refunded",
        $"{In(Paid)} is paid and {In(Reserved)} reserved for authorised payments",
        $"so {Available()} is left",
    }.OfType<string>());

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>Refuses a promise of more than is left.</summary>
    public Refusal? MustAfford(Money amount)
    {
        if (amount.Currency.Code != Currency)
            return Refusal.Rule("wrong-currency", $"The fund keeps its cash in {Currency}, and the payment is in {amount.Currency}.", "amount");
        return amount <= Available() ? null : Refusal.Rule("insufficient-cash",
            $"{amount} is {amount - Available()} more than the fund has available: of {Figures()}"
            + (Unallocated > 0 ? $"; another {In(Unallocated)} waits unallocated and may not be spent." : "."),
            "amount");
    }

    /// <summary>Refuses to let more leave the account than there is on it: what was authorised may have lost its cash to a fact since.</summary>
    public Refusal? MustHold(Money amount) => amount <= Balance() ? null : Refusal.Rule("insufficient-cash",
        $"{amount} is {amount - Balance()} more than there is on the fund's account since cash was taken away that this had been authorised against: {Balance()} is left.", "amount");
}
