using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>The second step: a verifying officer, who is not the initiator, has checked the request.</summary>
sealed record VerifyPayment(string Fund, string DisbursementId) : PaymentStep(Fund, DisbursementId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/verification", Verify)
        .WithName("VerifyPayment")
        .RequireRole(Roles.VerifyingOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public static void Apply(States states, PaymentVerified verified, Recorded recorded) =>
        states.Change<Disbursement>(verified.DisbursementId, payment => payment with
        {
            Status = DisbursementStatus.Verified,
            VerifiedBy = recorded.Actor,
            VerifiedAt = recorded.At,
        });

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (payment.MustBe(DisbursementStatus.Requested, "verified") is { } wrongState)
            return wrongState;
        if (Actor == payment.RequestedBy)
            return Refusal.Forbidden("four-eyes", "You requested this payment: somebody else must verify it.");
        return Decision.Record(new PaymentVerified(Fund, DisbursementId, payment.ContractId, payment.Money()))
            .LinkedTo(payment.TraceParent);
    }

    /// <summary>Verify a payment request</summary>
    /// <remarks>The second of the four steps, taken by a verifying officer who is not the person who requested the payment. It has no body.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Verify(string fund, string id, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new VerifyPayment(Codes.Fold(fund), Ids.Fold(id)));
}
