using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>Why an allocation is taken back.</summary>
/// <param name="ReversedOn">The date of the reversal: not before the allocation, not in the future.</param>
/// <param name="Reason">For the auditor, up to 500 characters.</param>
sealed record ReverseAllocationRequest(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>An allocation of the Board was a mistake: it goes back from the window to the pool, whole and once, while the window has it free.</summary>
sealed record ReverseAllocation(string Fund, string AllocationId, DateOnly ReversedOn, string Reason) : Command<AllocationView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/allocations/{id:guid}/reversal", (string fund, Guid id, ReverseAllocationRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ReverseAllocation(Codes.Fold(fund), id.ToString(), request.ReversedOn, request.Reason.Trim())))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(ReverseAllocation))
        .WithTags("Resources")
        .WithSummary("Take an allocation to a window back")
        .WithDescription(
            "A correction: the whole amount goes back from the window to the pool, once (409 `already-reversed`). Only what the window has by "
            + "allocation, and has neither approved nor passed on, can go back (422 `insufficient-availability`, naming that amount).")
        .Produces<AllocationView>();

    public override StateKey? Versioned => StateKey.Of<Allocation>(AllocationId);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        yield return Versioned!.Value;
        if (states.Holds(Versioned.Value) && states.Find<Allocation>(AllocationId) is { } allocation)
            yield return Window.Key(allocation.Fund, allocation.WindowCode);
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Allocation>(AllocationId, out var allocation) || allocation.Fund != Fund)
            return Refusal.NotFound("allocation", AllocationId, "id");
        if (allocation.ReversedOn is { } day)
            return Refusal.Conflict("already-reversed", $"The allocation was reversed on {day:yyyy-MM-dd}: that happens once.");
        if ((fund.RefuseDate(ReversedOn, At, "reversedOn") ?? RefuseBefore(allocation)) is { } refusal)
            return refusal;
        var window = states.Get<Window>(Window.KeyOf(Fund, allocation.WindowCode));
        var amount = fund.Amount(allocation.Amount);
        return amount > window.Transferable()
            ? InsufficientAvailability(window, amount)
            : Decision
                .Record(new AllocationReversed(Fund, AllocationId, allocation.WindowCode, amount, ReversedOn, Reason))
                .LinkedTo(window.AllocationTraces);
    }

    public override AllocationView View(States states) => AllocationView.Of(states.Get<Allocation>(AllocationId));

    Refusal? RefuseBefore(Allocation allocation) => ReversedOn < allocation.AllocatedOn
        ? Refusal.Rule("date-out-of-order", $"{ReversedOn:yyyy-MM-dd} is before the allocation, {allocation.AllocatedOn:yyyy-MM-dd}.", "reversedOn")
        : null;

    static Refusal InsufficientAvailability(Window window, Money amount) => Refusal.Rule(
        "insufficient-availability",
        $"{amount} is more than the {window.Transferable()} that window {window.Code} can give back: {window.Amount(window.Allocated)} of what came "
        + $"to it by allocation is still its own, and {window.Available()} of its resources is not approved; earmarks stay with it.",
        "id");
}
