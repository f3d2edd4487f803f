using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Refunds;

/// <summary>Why a donor is not refunded after all.</summary>
/// <param name="Reason">For the donor's desk, and for the auditor.</param>
sealed record RefundRejectionBody([Required, StringLength(500)] string Reason);

/// <summary>
/// An authorising officer decides against a refund that was granted: the bank refused it, its money went another way, or it was asked for by
/// mistake. What was set aside for it is free again, exactly, and Pledges is told as if there had been no cash.
/// </summary>
sealed record RejectRefund(string Fund, string RequestId, string Reason) : Command<RefundView>
{
    public override StateKey? Versioned => StateKey.Of<Refund>(RequestId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/refunds/{id}/rejection", Reject)
        .WithName("RejectRefund")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<RefundView>();

    public override IEnumerable<StateKey> Touches(States states) => [Versioned!.Value, StateKey.Of<FundCash>(Fund), StateKey.Of<FundSources>(Fund)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Refund>(RequestId, out var refund) || refund.Fund != Fund)
            return Refusal.NotFound("refund", RequestId, "id");
        if (refund.MustBeGranted("rejected") is { } wrongState)
            return wrongState;
        var sources = states.SourcesOf(Fund, refund.Money().Currency).GiveBack(SetAside(refund));
        var (unallocated, allocated) = AnswerRefund.Refundable(Freed(states.Get<FundCash>(Fund), refund), sources, refund.Donor);
        var largest = Money.Min(refund.In(refund.FromUnallocated), unallocated) + Money.Min(refund.In(refund.FromAllocated), allocated);
        return Decision.Record(new RefundCashRefused(Fund, RequestId, refund.PledgeId, refund.Money(), largest, Reason)).LinkedTo(refund.TraceParent);
    }

    public override RefundView View(States states) => RefundView.Of(states.Get<Refund>(RequestId));

    /// <summary>Refused from the first, nothing had been set aside; refused after the grant, it is free again.</summary>
    public static void Apply(States states, RefundCashRefused refused, Recorded recorded)
    {
        var refund = states.Get<Refund>(refused.RequestId);
        var granted = refund.Status == RefundStatus.Granted;
        if (granted)
        {
            states.Change<FundCash>(refused.Fund, cash => Freed(cash, refund));
            PaidMoney.Move(states, refused.Fund, SetAside(refund), refused.Amount, back: true);
        }
        states.Put(refund with
        {
            Status = RefundStatus.Refused,
            Attribution = [],
            RefusedBecause = refused.Reason,
            RefusedBy = granted ? recorded.Actor : null,
        });
    }

    static FundCash Freed(FundCash cash, Refund refund) =>
        cash.Release(refund.In(refund.FromAllocated)) with { UnallocatedReserved = cash.UnallocatedReserved - refund.FromUnallocated };

    static IReadOnlyList<AttributedAmount> SetAside(Refund refund) =>
        [.. refund.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, refund.In(part.Amount)))];

    /// <summary>Reject a refund that was granted</summary>
    /// <remarks>
    /// Before the bank has paid it, by an authorising officer. What was reserved for it is free again, and the request ends rejected in Pledges;
    /// the donor's money stands where it stood before it was asked for.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the refund request.</param>
    static Task<CommandResult<RefundView>> Reject(string fund, string id, RefundRejectionBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RejectRefund(Codes.Fold(fund), Ids.Fold(id), body.Reason.Trim()));
}
