using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>Why a payment is not to be made.</summary>
/// <param name="Reason">For the person who requested it, and for the auditor.</param>
sealed record PaymentRejectionBody([Required, StringLength(500)] string Reason);

/// <summary>
/// A payment ends before it is executed: an officer of the chain rejects it, or the finance officer who requested it withdraws it while
/// nobody has verified it. What was reserved for it is free again.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="Reason">Why.</param>
/// <param name="MayReject">Whether the caller is a verifying or authorising officer; anybody else may only withdraw.</param>
sealed record RejectPayment(string Fund, string DisbursementId, string Reason, bool MayReject) : PaymentStep(Fund, DisbursementId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/rejection", Reject)
        .WithName("RejectPayment")
        .RequireRole(Roles.VerifyingOfficer, Roles.AuthorisingOfficer, Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public override IEnumerable<StateKey> Touches(States states) => WithBalances(states);

    public static void Apply(States states, PaymentRejected rejected, Recorded recorded)
    {
        if (rejected.WasReserved)
        {
            states.Change<Contract>(rejected.ContractId, contract => contract.Release(rejected.Amount) with
            {
                FinalPayment = contract.FinalPayment == rejected.DisbursementId ? null : contract.FinalPayment,
            });
            states.Change<FundCash>(rejected.Fund, cash => cash.Release(rejected.Amount));
        }
        states.Change<Disbursement>(rejected.DisbursementId, payment => payment with
        {
            Status = DisbursementStatus.Rejected,
            RejectedBy = recorded.Actor,
            RejectedAt = recorded.At,
            RejectionReason = rejected.Reason,
        });
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (payment.Status >= DisbursementStatus.Executed)
            return Refusal.Conflict("wrong-state", $"The payment is {DisbursementView.NameOf(payment.Status)}; only one that is not yet executed or rejected can be rejected.");
        if (!MayReject && Actor != payment.RequestedBy)
            return Refusal.Forbidden("not-your-request", "A finance officer may withdraw only a payment that they requested themselves; a verifying or authorising officer may reject any.");
        if (!MayReject && payment.Status != DisbursementStatus.Requested)
            return Refusal.Conflict("wrong-state", $"The payment is {DisbursementView.NameOf(payment.Status)}; you could withdraw it until it was verified, and now a verifying or authorising officer must reject it.");
        return Decision.Record(new PaymentRejected(
            Fund, DisbursementId, payment.ContractId, payment.Money(), payment.Status == DisbursementStatus.Authorised, Reason))
            .LinkedTo(payment.TraceParent);
    }

    /// <summary>Reject or withdraw a payment</summary>
    /// <remarks>
    /// Before it is executed, a verifying or authorising officer may reject a payment, and whatever was reserved for it is free again. The
    /// finance officer who requested it may withdraw it as long as nobody has verified it.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Reject(
        string fund, string id, PaymentRejectionBody body, ClaimsPrincipal user, Caller caller, JournalWriter journal)
    {
        var mayReject = user.IsInRole(Roles.VerifyingOfficer) || user.IsInRole(Roles.AuthorisingOfficer);
        return journal.Record(caller, new RejectPayment(Codes.Fold(fund), Ids.Fold(id), body.Reason.Trim(), mayReject));
    }
}
