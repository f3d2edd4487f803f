using TrustFund.Disbursements.Sources;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>A recovery order: what a partner has to pay back.</summary>
sealed record Recovery : State
{
    public required string Fund { get; init; }

    public required string ContractId { get; init; }

    public required string Partner { get; init; }

    public string? Window { get; init; }

    public required decimal Amount { get; init; }

    public decimal Cashed { get; init; }

    /// <summary>What was set off against payments.</summary>
    public decimal Offset { get; init; }

    public decimal Waived { get; init; }

    public required string Currency { get; init; }

    public required DateOnly EstablishedOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public required string Reason { get; init; }

    public required string EstablishedBy { get; init; }

    /// <summary>What arrived, one by one, with what was booked by mistake and reversed.</summary>
    public IReadOnlyList<RecoveryReceipt> Receipts { get; init; } = [];

    /// <summary>What was given up, one by one, with what was reversed.</summary>
    public IReadOnlyList<RecoveryWaiver> Waivers { get; init; } = [];

    public string? TraceParent { get; init; }

    /// <summary>A receipt by its id; where several have it, for it is a bank reference that was booked anew, the one that counts.</summary>
    public RecoveryReceipt? ReceiptOf(string id) =>
        Receipts.FirstOrDefault(receipt => receipt.Id == id && receipt.ReversedOn is null) ?? Receipts.FirstOrDefault(receipt => receipt.Id == id);

    /// <summary>What the partner still owes.</summary>
    public Money Open() => Money.Max(Balance(), In(0));

    /// <summary>What came back above the order: a fact of the bank, which stands until it is reversed or paid out again.</summary>
    public Money Excess() => Money.Max(-Balance(), In(0));

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>Refuses to decide on more than is open.</summary>
    public Refusal? MustBeOpen(Money amount, string field) => MustBeMoney(amount, field) ?? (amount <= Open() ? null : Refusal.Rule("exceeds-recovery",
        $"{amount} is {amount - Open()} more than the order has open: of {In(Amount)}, {In(Cashed)} is cashed, {In(Offset)} set off and {In(Waived)} waived, so {Open()} is open.", field));

    /// <summary>Refuses what cannot have settled anything of it.</summary>
    public Refusal? MustBeMoney(Money amount, string field)
    {
        if (amount.Currency.Code != Currency)
            return Refusal.Rule("wrong-currency", $"The recovery order is in {Currency}.", field);
        return amount.IsPositive ? null : Refusal.Rule("amount-not-positive", $"{amount} is nothing: the amount must be greater than zero.", field);
    }

    Money Balance() => In(Amount - Cashed - Offset - Waived);
}

/// <summary>Money of a recovery order that arrived.</summary>
/// <param name="Id">Its id; the bank's reference in facts of before receipts had one.</param>
/// <param name="Amount">What arrived.</param>
/// <param name="CashedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference.</param>
/// <param name="BookedBy">Who booked it.</param>
/// <param name="Attribution">Whose money it gave back.</param>
/// <param name="ReversedOn">When it was reversed, where it was booked by mistake.</param>
/// <param name="ReversedBy">Who reversed it.</param>
/// <param name="ReversedBecause">Why.</param>
sealed record RecoveryReceipt(
    string Id, decimal Amount, DateOnly CashedOn, string BankReference, string BookedBy, IReadOnlyList<Part> Attribution,
    DateOnly? ReversedOn = null, string? ReversedBy = null, string? ReversedBecause = null);

/// <summary>A part of a recovery order that was given up.</summary>
/// <param name="Id">Its id; its place among the order's waivers, from 1, in facts of before waivers had one.</param>
/// <param name="Amount">What was given up.</param>
/// <param name="WaivedOn">Date of the decision.</param>
/// <param name="Reason">Why.</param>
/// <param name="WaivedBy">Who decided it.</param>
/// <param name="ReversedOn">When it was reversed, where it was a mistake.</param>
/// <param name="ReversedBy">Who reversed it.</param>
/// <param name="ReversedBecause">Why.</param>
sealed record RecoveryWaiver(
    string Id, decimal Amount, DateOnly WaivedOn, string Reason, string WaivedBy,
    DateOnly? ReversedOn = null, string? ReversedBy = null, string? ReversedBecause = null);

/// <summary>A recovery order: what a partner has to pay back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Contract">Id of the contract under which too much was paid.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Amount">What is to come back in all.</param>
/// <param name="Cashed">What arrived on the fund's account.</param>
/// <param name="Offset">What was set off against payments to the partner.</param>
/// <param name="Waived">What the fund gave up.</param>
/// <param name="Open">What the partner still owes: Amount − Cashed − Offset − Waived; zero where more came back.</param>
/// <param name="Excess">What came back above the order. The contract's net paid is lower by it, so that it may be paid out again.</param>
/// <param name="EstablishedOn">Date of the order.</param>
/// <param name="DueOn">The last day for the partner to pay.</param>
/// <param name="Reason">Why.</param>
/// <param name="Receipts">What arrived, one by one, with what was booked by mistake and reversed.</param>
/// <param name="Waivers">What was given up, one by one, with what was reversed.</param>
sealed record RecoveryView(
    string Id, string Fund, string Contract, string Partner, Money Amount, Money Cashed, Money Offset, Money Waived, Money Open, Money Excess,
    DateOnly EstablishedOn, DateOnly DueOn, string Reason, IReadOnlyList<RecoveryReceiptView> Receipts,
    IReadOnlyList<RecoveryWaiverView> Waivers)
{
    public static RecoveryView Of(Recovery kept) => new(
        kept.Id, kept.Fund, kept.ContractId, kept.Partner, kept.In(kept.Amount), kept.In(kept.Cashed), kept.In(kept.Offset), kept.In(kept.Waived), kept.Open(), kept.Excess(),
        kept.EstablishedOn, kept.DueOn, kept.Reason, [.. kept.Receipts.Select(receipt => RecoveryReceiptView.Of(receipt, kept))],
        [.. kept.Waivers.Select(waiver => RecoveryWaiverView.Of(waiver, kept))]);
}

/// <summary>Money of a recovery order that arrived.</summary>
/// <param name="Id">Its id, by which it is reversed.</param>
/// <param name="Amount">What arrived.</param>
/// <param name="CashedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference.</param>
/// <param name="BookedBy">Opaque id of who booked it.</param>
/// <param name="ReversedOn">When it was reversed, where it was booked by mistake.</param>
/// <param name="ReversedBy">Opaque id of who reversed it.</param>
/// <param name="ReversedBecause">Why.</param>
sealed record RecoveryReceiptView(
    string Id, Money Amount, DateOnly CashedOn, string BankReference, string BookedBy, DateOnly? ReversedOn, string? ReversedBy, string? ReversedBecause)
{
    public static RecoveryReceiptView Of(RecoveryReceipt kept, Recovery order) => new(
        kept.Id, order.In(kept.Amount), kept.CashedOn, kept.BankReference, kept.BookedBy, kept.ReversedOn, kept.ReversedBy, kept.ReversedBecause);
}

/// <summary>A part of a recovery order that was given up.</summary>
/// <param name="Id">Its id, by which it is reversed.</param>
/// <param name="Amount">What was given up.</param>
/// <param name="WaivedOn">Date of the decision.</param>
/// <param name="Reason">Why.</param>
/// <param name="WaivedBy">Opaque id of who decided it.</param>
/// <param name="ReversedOn">When it was reversed, where it was a mistake.</param>
/// <param name="ReversedBy">Opaque id of who reversed it.</param>
/// <param name="ReversedBecause">Why.</param>
sealed record RecoveryWaiverView(
    string Id, Money Amount, DateOnly WaivedOn, string Reason, string WaivedBy, DateOnly? ReversedOn, string? ReversedBy, string? ReversedBecause)
{
    public static RecoveryWaiverView Of(RecoveryWaiver kept, Recovery order) => new(
        kept.Id, order.In(kept.Amount), kept.WaivedOn, kept.Reason, kept.WaivedBy, kept.ReversedOn, kept.ReversedBy, kept.ReversedBecause);
}
