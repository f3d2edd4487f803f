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

    public required string Invoice { get; init; }

    public string? Reference { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public required DisbursementStatus Status { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? VerifiedBy { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public string? AuthorisedBy { get; init; }

    public DateTimeOffset? AuthorisedAt { get; init; }

    public string? ExecutedBy { get; init; }

    public DateTimeOffset? ExecutedAt { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? BankReference { get; init; }

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
        RequestedOn = request.RequestedOn,
        Status = DisbursementStatus.Requested,
        RequestedBy = recorded.Actor,
        RequestedAt = recorded.At,
        TraceParent = recorded.TraceParent,
    };

    public Money Money() => new(Amount, TrustFund.Currency.Of(Currency));

    /// <summary>Refuses a step that does not follow upon the present state, such as a second execution.</summary>
    public Refusal? MustBe(DisbursementStatus expected, string step)
    {
        if (Status == expected)
            return null;
        var (present, wanted) = (DisbursementView.NameOf(Status), DisbursementView.NameOf(expected));
        return Refusal.Conflict("wrong-state", $"The payment is {present}; only one that is {wanted} can be {step}.");
    }
}
