using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Contracts;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>Why a waiver of a recovery order is taken back.</summary>
/// <param name="ReversedOn">The date on which the correction takes effect: not before the waiver, not in the future.</param>
/// <param name="Reason">For the auditor.</param>
sealed record RecoveryWaiverReversalBody(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>A part of a recovery order was given up by mistake: an authorising officer who did not waive it takes that back, whole and once.</summary>
sealed record ReverseRecoveryWaiver(string Fund, string RecoveryId, string WaiverId, RecoveryWaiverReversalBody Body) : RecoveryStep(Fund, RecoveryId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/recoveries/{id}/waivers/{waiver}/reversal", Reverse)
        .WithName("ReverseRecoveryWaiver")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<RecoveryView>();

    public static void Apply(States states, RecoveryWaiverReversed reversed, Recorded recorded) => Settle(states, reversed.RecoveryId, recovery => recovery with
    {
        Waived = (recovery.In(recovery.Waived) - reversed.Amount).Amount,
        Waivers =
        [
            .. recovery.Waivers.Select(waiver => waiver.Id == reversed.WaiverId
                ? waiver with { ReversedOn = reversed.ReversedOn, ReversedBy = recorded.Actor, ReversedBecause = reversed.Reason }
                : waiver),
        ],
    });

    protected override Decision Decide(States states, Recovery recovery)
    {
        if (recovery.Waivers.FirstOrDefault(kept => kept.Id == WaiverId) is not { } waiver)
            return Refusal.NotFound("waiver", WaiverId, "waiver");
        if (waiver.ReversedOn is { } before)
            return Refusal.Conflict("already-reversed", $"The waiver was reversed on {before:yyyy-MM-dd}: that happens once.");
        if (Body.ReversedOn < waiver.WaivedOn)
            return Refusal.Rule("date-before-waiver", $"The order was waived on {waiver.WaivedOn:yyyy-MM-dd}: that cannot be reversed on {Body.ReversedOn:yyyy-MM-dd}.", "reversedOn");
        if (DateRules.Happened(Body.ReversedOn, At, "reversedOn") is { } future)
            return future;
        if (Actor == waiver.WaivedBy)
            return Refusal.Forbidden("four-eyes", "You waived this part of the order: somebody else must reverse that.");
        var contract = states.Get<Contract>(recovery.ContractId);
        if (MustStillBePaid(contract, recovery, waiver) is { } unpaid)
            return unpaid;
        return Decision.Record(new RecoveryWaiverReversed(
            Fund, RecoveryId, WaiverId, recovery.ContractId, recovery.Partner, recovery.In(waiver.Amount), Body.ReversedOn, Body.Reason.Trim()))
            .LinkedTo(recovery.TraceParent, contract.TraceParent);
    }

    /// <summary>What was waived may have been ordered anew, or its payment taken back, since: nobody owes more than what they were paid.</summary>
    static Refusal? MustStillBePaid(Contract contract, Recovery recovery, RecoveryWaiver waiver)
    {
        var more = (recovery with { Waived = recovery.Waived - waiver.Amount }).Open() - recovery.Open();
        var most = contract.NetPaid() - contract.In(contract.RecoveriesOpen);
        return more <= most ? null : Refusal.Rule("exceeds-net-paid", $"{more} would be owed again, {more - most} more than may be recovered: of {contract.In(contract.Paid)} paid, "
            + $"{contract.In(contract.Recovered)} is recovered and {contract.In(contract.RecoveriesOpen)} owed already, so {most} is left.");
    }

    /// <summary>Reverse a waiver of a recovery order</summary>
    /// <remarks>
    /// A correction: the part was given up by mistake. It is taken back whole and once, by an authorising officer who did not waive it; the
    /// partner owes it again. Refused where the partner would owe more than it was paid.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the recovery order.</param>
    /// <param name="waiver">Id of the waiver, as the order lists it.</param>
    static Task<CommandResult<RecoveryView>> Reverse(
        string fund, string id, string waiver, RecoveryWaiverReversalBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReverseRecoveryWaiver(Codes.Fold(fund), Ids.Fold(id), Ids.Fold(waiver), body));
}
