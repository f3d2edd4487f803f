using TrustFund.Disbursements.Sources;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>A payment to a partner, from its request to the bank, with who took each step.</summary>
sealed record Disbursement : State
{
    public required string Fund { get; init; }

    public required string ContractId { get; init; }

    public required string Partner { get; init; }

    public required PaymentKind Kind { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>The partner's reference; null where imported history does not tell it.</summary>
    public string? Invoice { get; init; }

    public string? Reference { get; init; }

    /// <summary>The partner's account, frozen when it was requested; null in payments of before accounts were kept, and in imported ones.</summary>
    public string? AccountId { get; init; }

    public string? Iban { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public required DisbursementStatus Status { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? VerifiedBy { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public string? AuthorisedBy { get; init; }

    public DateTimeOffset? AuthorisedAt { get; init; }

    /// <summary>The officer whose delegate authorised it; null for one who did so in their own right.</summary>
    public string? AuthorisedFor { get; init; }

    public string? ExecutedBy { get; init; }

    public DateTimeOffset? ExecutedAt { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? BankReference { get; init; }

    /// <summary>What recovery orders set off against it took: the bank paid the amount less this.</summary>
    public decimal Offset { get; init; }

    /// <summary>The recovery orders set off against it.</summary>
    public IReadOnlyList<PaymentOffset> Offsets { get; init; } = [];

    /// <summary>Whose money it was paid with, frozen when it was executed.</summary>
    public IReadOnlyList<Part> Attribution { get; init; } = [];

    /// <summary>Whether it is history, imported as a fact.</summary>
    public bool Imported { get; init; }

    public string? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    /// <summary>When it was reversed or returned.</summary>
    public DateOnly? UndoneOn { get; init; }

    public string? UndoneBecause { get; init; }

    /// <summary>The bank's reference of the return, where the bank sent it back.</summary>
    public string? ReturnReference { get; init; }

    public string? RejectedBy { get; init; }

    public DateTimeOffset? RejectedAt { get; init; }

    public string? RejectionReason { get; init; }

    /// <summary>The trace in which it was requested; the later steps, which may come days after, link to it.</summary>
    public string? TraceParent { get; init; }

    public static Disbursement Requested(PaymentRequested request, Recorded recorded) => new()
    {
        Id = request.DisbursementId,
        Fund = request.Fund,
        ContractId = request.ContractId,
        Partner = request.Partner,
        Kind = PaymentKinds.Of(request.Kind),
        Amount = request.Amount.Amount,
        Currency = request.Amount.Currency.Code,
        Invoice = request.Invoice,
        Reference = request.Reference,
        AccountId = request.AccountId,
        Iban = request.Iban,
        RequestedOn = request.RequestedOn,
        Status = DisbursementStatus.Requested,
        RequestedBy = recorded.Actor,
        RequestedAt = recorded.At,
        TraceParent = recorded.TraceParent,
    };

    public Money Money() => In(Amount);

    /// <summary>What the bank paid: the amount less what was set off.</summary>
    public Money PaidByBank() => In(Amount - Offset);

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>Refuses a step that does not follow upon the present state, such as a second execution.</summary>
    public Refusal? MustBe(DisbursementStatus expected, string step)
    {
        if (Status == expected)
            return null;
        var (present, wanted) = (DisbursementView.NameOf(Status), DisbursementView.NameOf(expected));
        return Refusal.Conflict("wrong-state", $"The payment is {present}; only one that is {wanted} can be {step}.");
    }
}

/// <summary>A recovery order set off against a payment.</summary>
/// <param name="RecoveryId">Id of the order.</param>
/// <param name="ContractId">The contract it was established under.</param>
/// <param name="Window">That contract's window.</param>
/// <param name="Amount">What was set off.</param>
/// <param name="Attribution">Whose money it gave back.</param>
sealed record PaymentOffset(string RecoveryId, string ContractId, string? Window, decimal Amount, IReadOnlyList<Part> Attribution);
