using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>Why an allocation to management costs is taken back.</summary>
/// <param name="ReversedOn">The date on which the correction takes effect: not before the allocation, not in the future.</param>
/// <param name="Reason">Why.</param>
sealed record ReverseManagementCostsRequest(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>Asks Disbursements to give back the right to spend an allocation to management costs; only there is known what of it is spent.</summary>
sealed record ReverseManagementCosts(string Fund, string AllocationId, DateOnly ReversedOn, string Reason) : Command<ManagementCostAllocationView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/management-costs/{id:guid}/reversal", (string fund, Guid id, ReverseManagementCostsRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ReverseManagementCosts(Codes.Fold(fund), id.ToString(), request.ReversedOn, request.Reason.Trim())))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(ReverseManagementCosts))
        .WithTags("Resources")
        .WithSummary("Take an allocation to management costs back")
        .WithDescription(
            "A correction, whole and once. The answer is 202: Disbursements decides whether so much is neither spent on management, taken by the "
            + "bank nor reserved, and the allocation then becomes `reversed`, which leaves the pool as much to allocate, or `reversal-rejected`, with the largest amount "
            + "that could have been released; it may then be asked for again. While a request waits, another is refused with 409 `reversal-pending`.")
        .Produces<ManagementCostAllocationView>(StatusCodes.Status202Accepted);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<ManagementCostAllocation>(AllocationId)];

    public override StateKey? Versioned => StateKey.Of<ManagementCostAllocation>(AllocationId);

    public override int Status => StatusCodes.Status202Accepted;

    public override string Location => $"/funds/{Fund}/management-costs/{AllocationId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<ManagementCostAllocation>(AllocationId, out var allocation) || allocation.Fund != Fund)
            return Refusal.NotFound("allocation", AllocationId);
        return (RefuseState(allocation) ?? fund.RefuseDate(ReversedOn, At, "reversedOn") ?? RefuseBeforeAllocation(allocation)) is { } refusal
            ? refusal
            : Decision
                .Record(new ManagementCostReversalRequested(Fund, AllocationId, fund.Amount(allocation.Amount), ReversedOn, Reason))
                .LinkedTo(fund.CertificateTraces);
    }

    public override ManagementCostAllocationView View(States states) =>
        ManagementCostAllocationView.Of(states.Get<ManagementCostAllocation>(AllocationId));

    static Refusal? RefuseState(ManagementCostAllocation allocation) => allocation.State switch
    {
        ManagementCostState.Reversed =>
            Refusal.Conflict("already-reversed", $"The allocation was reversed on {allocation.ReversedOn:yyyy-MM-dd}: that happens once."),
        ManagementCostState.ReversalPending =>
            Refusal.Conflict("reversal-pending", "The allocation is to be reversed already: Disbursements has not answered yet."),
        _ => null,
    };

    Refusal? RefuseBeforeAllocation(ManagementCostAllocation allocation) => ReversedOn < allocation.AllocatedOn
        ? Refusal.Rule(
            "date-out-of-order",
            $"{ReversedOn:yyyy-MM-dd} is before the Board allocated it, on {allocation.AllocatedOn:yyyy-MM-dd}.",
            "reversedOn")
        : null;
}
