using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Contracts;

/// <summary>Why the clearing of pre-financing is taken back.</summary>
/// <param name="ReversedOn">The date on which the correction takes effect: not before the clearing, not in the future.</param>
/// <param name="Reason">For the auditor.</param>
sealed record ClearingReversalBody(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>
/// A report was accepted by mistake, or with a wrong amount: an authorising officer who did not accept it takes that back, whole and once, and
/// the report may be cleared anew. No money moves.
/// </summary>
sealed record ReverseClearing(string Fund, string ContractId, string ReportId, ClearingReversalBody Body) : Command<ContractPaymentsView>
{
    public override StateKey? Versioned => StateKey.Of<Contract>(ContractId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/contracts/{contract}/prefinancing-clearings/{report}/reversal", Reverse)
        .WithName("ReverseClearing")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<ContractPaymentsView>();

    public override IEnumerable<StateKey> Touches(States states) => [Versioned!.Value];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return Refusal.NotFound("contract", ContractId, "contract");
        if (contract.Clearings.FirstOrDefault(kept => kept.Id == ReportId) is not { } clearing)
            return Refusal.NotFound("clearing", ReportId, "report");
        if (clearing.ReversedOn is { } before)
            return Refusal.Conflict("already-reversed", $"The clearing was reversed on {before:yyyy-MM-dd}: that happens once.");
        if (Body.ReversedOn < clearing.ClearedOn)
            return Refusal.Rule("date-before-clearing", $"The report was accepted on {clearing.ClearedOn:yyyy-MM-dd}: that cannot be reversed on {Body.ReversedOn:yyyy-MM-dd}.", "reversedOn");
        if (DateRules.Happened(Body.ReversedOn, At, "reversedOn") is { } future)
            return future;
        return Actor == clearing.ClearedBy
            ? Refusal.Forbidden("four-eyes", "You accepted this report: somebody else must reverse that.")
            : Decision.Record(new PrefinancingClearingReversed(Fund, ContractId, ReportId, contract.In(clearing.Amount), Body.ReversedOn, Body.Reason.Trim()))
                .LinkedTo(contract.TraceParent);
    }

    public override ContractPaymentsView View(States states) => ContractPaymentsView.Of(states.Get<Contract>(ContractId));

    public static void Apply(States states, PrefinancingClearingReversed reversed, Recorded recorded) => states.Change<Contract>(reversed.ContractId, contract => contract with
    {
        PrefinancingCleared = (contract.In(contract.PrefinancingCleared) - reversed.Amount).Amount,
        Clearings =
        [
            .. contract.Clearings.Select(kept => kept.Id == reversed.ReportId
                ? kept with { ReversedOn = reversed.ReversedOn, ReversedBy = recorded.Actor, ReversedBecause = reversed.Reason }
                : kept),
        ],
    });

    /// <summary>Reverse a clearing of pre-financing</summary>
    /// <remarks>
    /// A correction: the report was accepted by mistake or with a wrong amount. It is taken back whole and once, by an authorising officer who
    /// did not accept it; so much pre-financing is open again, and the report may be cleared anew.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    /// <param name="report">Id of the clearing, as the contract's list has it.</param>
    static Task<CommandResult<ContractPaymentsView>> Reverse(
        string fund, string contract, string report, ClearingReversalBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReverseClearing(Codes.Fold(fund), Ids.Fold(contract), Ids.Fold(report), body));
}
