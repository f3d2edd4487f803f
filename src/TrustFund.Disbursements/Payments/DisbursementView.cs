using TrustFund.Events;

namespace TrustFund.Disbursements.Payments;

/// <summary>A payment to a partner and how far it has come.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Contract">Id of the contract it is paid under.</param>
/// <param name="Partner">Code of the partner who is paid.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">What is paid, in the contract's currency.</param>
/// <param name="Invoice">The partner's reference.</param>
/// <param name="Reference">The fund's own reference, where one was given.</param>
/// <param name="RequestedOn">The date of the request.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="PaidOn">The bank's value date, once executed.</param>
/// <param name="BankReference">The bank's reference, once executed.</param>
/// <param name="RejectionReason">Why it is not paid, where it was rejected.</param>
/// <param name="Account">Id of the partner's bank account it goes to, frozen when it was requested.</param>
/// <param name="Iban">That account's number.</param>
/// <param name="Offset">What recovery orders set off against it took: the bank paid Amount − Offset.</param>
/// <param name="Attribution">Whose money it was paid with, once executed: the parts add up to Amount.</param>
/// <param name="Imported">Whether it is history, imported as a fact.</param>
/// <param name="Undone">When and why an executed payment was reversed, or returned by the bank.</param>
/// <param name="Steps">Who took each step, and when.</param>
sealed record DisbursementView(
    string Id,
    string Fund,
    string Contract,
    string Partner,
    PaymentKind Kind,
    Money Amount,
    string? Invoice,
    string? Reference,
    DateOnly RequestedOn,
    DisbursementStatus Status,
    DateOnly? PaidOn,
    string? BankReference,
    string? RejectionReason,
    string? Account,
    string? Iban,
    Money Offset,
    IReadOnlyList<AttributedAmount> Attribution,
    bool Imported,
    UndoneView? Undone,
    StepsView Steps)
{
    public static DisbursementView Of(Disbursement kept) => new(
        kept.Id,
        kept.Fund,
        kept.ContractId,
        kept.Partner,
        kept.Kind,
        kept.Money(),
        kept.Invoice,
        kept.Reference,
        kept.RequestedOn,
        kept.Status,
        kept.PaidOn,
        kept.BankReference,
        kept.RejectionReason,
        kept.AccountId,
        kept.Iban,
        kept.In(kept.Offset),
        [.. kept.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, kept.In(part.Amount)))],
        kept.Imported,
        UndoneView.Of(kept),
        new(
            new(kept.RequestedBy, kept.RequestedAt),
            StepView.Of(kept.VerifiedBy, kept.VerifiedAt),
            StepView.Of(kept.AuthorisedBy, kept.AuthorisedAt, kept.AuthorisedFor),
            StepView.Of(kept.ExecutedBy, kept.ExecutedAt),
            StepView.Of(kept.RejectedBy, kept.RejectedAt)));

    /// <summary>A state's name as people and rows have it.</summary>
    public static string NameOf(DisbursementStatus status) => status switch
    {
        DisbursementStatus.Requested => "requested",
        DisbursementStatus.Verified => "verified",
        DisbursementStatus.Authorised => "authorised",
        DisbursementStatus.Executed => "executed",
        DisbursementStatus.Rejected => "rejected",
        DisbursementStatus.Reversed => "reversed",
        DisbursementStatus.Returned => "returned",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such state."),
    };
}

/// <summary>The steps of a payment, in their order; those not taken are null.</summary>
/// <param name="Requested">The finance officer's request.</param>
/// <param name="Verified">The verifying officer's check.</param>
/// <param name="Authorised">The authorising officer's decision.</param>
/// <param name="Executed">The finance officer's booking of the bank's entry.</param>
/// <param name="Rejected">The refusal, or the withdrawal.</param>
sealed record StepsView(StepView Requested, StepView? Verified, StepView? Authorised, StepView? Executed, StepView? Rejected);

/// <summary>One step of a payment.</summary>
/// <param name="By">Opaque id of the person.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="InPlaceOf">Opaque id of the officer whose delegate they were; null for one who acted in their own right.</param>
sealed record StepView(string By, DateTimeOffset At, string? InPlaceOf = null)
{
    public static StepView? Of(string? by, DateTimeOffset? at, string? inPlaceOf = null) => by is null || at is null ? null : new(by, at.Value, inPlaceOf);
}

/// <summary>How an executed payment came back.</summary>
/// <param name="On">The date on which it takes effect; the bank's value date of a return.</param>
/// <param name="Reason">Why.</param>
/// <param name="BankReference">The bank's reference of the return; null for a reversal.</param>
/// <param name="Step">Who recorded it, and when.</param>
sealed record UndoneView(DateOnly On, string Reason, string? BankReference, StepView Step)
{
    public static UndoneView? Of(Disbursement kept) =>
        kept is { UndoneOn: { } on, UndoneBecause: { } reason, UndoneBy: { } by, UndoneAt: { } at } ? new(on, reason, kept.ReturnReference, new(by, at)) : null;
}
