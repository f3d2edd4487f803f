using TrustFund.Disbursements.Payments;
using TrustFund.Events;

namespace TrustFund.Disbursements.Costs;

/// <summary>A cost paid without a contract.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Kind">Management, or a charge of the bank.</param>
/// <param name="Payee">Who is paid; null for the bank itself.</param>
/// <param name="Amount">What is paid.</param>
/// <param name="Description">What for.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="RequestedOn">The date of the request; null for a bank charge.</param>
/// <param name="PaidOn">The bank's value date, once paid.</param>
/// <param name="BankReference">The bank's reference, once paid.</param>
/// <param name="Reason">Why it was rejected or reversed.</param>
/// <param name="Attribution">Whose money it was paid with.</param>
/// <param name="Requested">Who requested it, or entered the charge.</param>
/// <param name="Authorised">Who authorised it.</param>
/// <param name="Paid">Who booked the bank's entry.</param>
/// <param name="Ended">Who rejected or reversed it.</param>
sealed record CostView(
    string Id, string Fund, CostKind Kind, string? Payee, Money Amount, string? Description, CostStatus Status, DateOnly? RequestedOn, DateOnly? PaidOn,
    string? BankReference, string? Reason, IReadOnlyList<AttributedAmount> Attribution, StepView Requested, StepView? Authorised, StepView? Paid, StepView? Ended)
{
    public static CostView Of(Cost kept) => new(
        kept.Id, kept.Fund, kept.Kind, kept.Payee, kept.Money(), kept.Description, kept.Status, kept.RequestedOn, kept.PaidOn, kept.BankReference, kept.EndedBecause,
        [.. kept.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, kept.In(part.Amount)))],
        new(kept.RequestedBy, kept.RequestedAt),
        StepView.Of(kept.AuthorisedBy, kept.AuthorisedAt, kept.AuthorisedFor),
        StepView.Of(kept.PaidBy, kept.PaidAt),
        StepView.Of(kept.EndedBy, kept.EndedAt));
}
