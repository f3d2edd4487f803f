using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>The fund gives up a part of an order.</summary>
/// <param name="Amount">What is given up, above zero and at most what is open.</param>
/// <param name="WaivedOn">Date of the decision.</param>
/// <param name="Reason">Why.</param>
sealed record RecoveryWaiverBody([Positive] Money Amount, DateOnly WaivedOn, [Required, StringLength(500)] string Reason);

/// <summary>An authorising officer, who did not establish the order, gives a part of it up. No money moves.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="Body">What is given up.</param>
/// <param name="WaiverId">Id of the waiver; null lets its place among the order's waivers stand for it.</param>
sealed record WaiveRecovery(string Fund, string RecoveryId, RecoveryWaiverBody Body, string? WaiverId = null) : RecoveryStep(Fund, RecoveryId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/recoveries/{id}/waivers", Waive)
        .WithName("WaiveRecovery")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<RecoveryView>();

    public static void Apply(States states, RecoveryWaived waived, Recorded recorded) => Settle(states, waived.RecoveryId, recovery => recovery with
    {
        Waived = (recovery.In(recovery.Waived) + waived.Amount).Amount,
        Waivers =
        [
            .. recovery.Waivers,
            new(waived.WaiverId ?? $"{recovery.Waivers.Count + 1}", waived.Amount.Amount, waived.WaivedOn, waived.Reason, recorded.Actor),
        ],
    });

    protected override Decision Decide(States states, Recovery recovery)
    {
        if ((recovery.MustBeOpen(Body.Amount, "amount") ?? MustFollow(recovery, Body.WaivedOn, "waivedOn")) is { } refusal)
            return refusal;
        if (Actor == recovery.EstablishedBy)
            return Refusal.Forbidden("four-eyes", "You established this order: somebody else must waive it.");
        return Decision.Record(new RecoveryWaived(Fund, RecoveryId, recovery.ContractId, recovery.Partner, Body.Amount, Body.WaivedOn, Body.Reason.Trim(), WaiverId))
            .LinkedTo(recovery.TraceParent);
    }

    /// <summary>Waive a recovery order, or a part of it</summary>
    /// <remarks>By an authorising officer who did not establish it.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the recovery order.</param>
    static Task<CommandResult<RecoveryView>> Waive(string fund, string id, RecoveryWaiverBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new WaiveRecovery(Codes.Fold(fund), Ids.Fold(id), body, Guid.CreateVersion7().ToString()));
}
