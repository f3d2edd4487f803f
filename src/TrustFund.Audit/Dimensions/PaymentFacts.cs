using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>What Disbursements said of a payment when it was asked for, which the later facts about it leave out, and when it was paid.</summary>
sealed record PaymentFacts : State
{
    public required string Fund { get; init; }

    public required string ContractId { get; init; }

    /// <summary><c>pre-financing</c>, <c>interim</c> or <c>final</c>; null when nobody heard of its request.</summary>
    public string? Kind { get; init; }

    /// <summary>What was paid, less what was taken back.</summary>
    public decimal Paid { get; init; }

    /// <summary>The bank's value date; null before it is paid.</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>When the payment was recorded; null before it is.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    public static void Apply(States states, PaymentRequested fact) => states.Put(
        new PaymentFacts { Id = fact.DisbursementId, Fund = fact.Fund, ContractId = fact.ContractId, Kind = fact.Kind });

    public static void Apply(States states, Recorded recorded, PaymentImported fact) => states.Put(new PaymentFacts
    {
        Id = fact.DisbursementId,
        Fund = fact.Fund,
        ContractId = fact.ContractId,
        Kind = fact.Kind,
        Paid = fact.Amount.Amount,
        PaidOn = fact.PaidOn,
        RecordedAt = recorded.At,
    });

    public static void Apply(States states, Recorded recorded, PaymentExecuted fact) => states.Put(
        (states.Find<PaymentFacts>(fact.DisbursementId) ?? new PaymentFacts { Id = fact.DisbursementId, Fund = fact.Fund, ContractId = fact.ContractId }) with
        {
            Paid = fact.Amount.Amount,
            PaidOn = fact.PaidOn,
            RecordedAt = recorded.At,
        });

    public static void TakeBack(States states, string disbursement, Money amount)
    {
        if (states.TryFind<PaymentFacts>(disbursement, out var payment))
            states.Put(payment with { Paid = payment.Paid - amount.Amount });
    }
}

/// <summary>
/// The window and partner of a contract as Disbursements' own payments say them: its reports and waivers leave them out, and what Contracts
/// says may arrive later. The id is the contract's.
/// </summary>
sealed record PaidContract : State
{
    public string? WindowCode { get; init; }

    public required string Partner { get; init; }

    public static void Apply(States states, string contract, string? window, string partner)
    {
        var known = states.Find<PaidContract>(contract);
        if (known?.WindowCode != window || known?.Partner != partner)
            states.Put(new PaidContract { Id = contract, WindowCode = window, Partner = partner });
    }
}
