using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>A part of the fund's pool that the Board gives to a window.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">How much, in the fund's currency.</param>
/// <param name="AllocatedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record AllocateResourcesRequest(
    [Required, Code] string Window,
    [Positive] Money Amount,
    DateOnly AllocatedOn,
    [Required, StringLength(200)] string Decision);

/// <summary>The Board allocates a part of the pool to a window, up to what the management-cost cap and earlier allocations leave.</summary>
sealed record AllocateResources(
    string Fund, string AllocationId, string Window, Money Amount, DateOnly AllocatedOn, string BoardDecision) : Command<AllocationView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/allocations", (string fund, AllocateResourcesRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new AllocateResources(
                Codes.Fold(fund),
                Guid.CreateVersion7().ToString(),
                Codes.Fold(request.Window),
                request.Amount,
                request.AllocatedOn,
                request.Decision.Trim())))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(AllocateResources))
        .WithTags("Resources")
        .WithSummary("Allocate a part of the pool to a window")
        .WithDescription(
            "Records a decision of the fund's Board. At most the unearmarked certificates less the management-cost cap and what is allocated "
            + "already can be allocated; more is refused with 422 `insufficient-pool`, naming what is there.")
        .Produces<AllocationView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), Funds.Window.Key(Fund, Window), StateKey.Of<Allocation>(AllocationId)];

    public override StateKey? Versioned => StateKey.Of<Allocation>(AllocationId);

    public override string Location => $"/funds/{Fund}/allocations/{AllocationId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Window>(Funds.Window.KeyOf(Fund, Window), out _))
            return FundRules.UnknownWindow(Fund, Window, "window");
        if ((fund.RefuseAmount(Amount) ?? fund.RefuseDate(AllocatedOn, At, "allocatedOn")) is { } refusal)
            return refusal;
        if (Amount > fund.Allocatable())
            return InsufficientPool(fund);
        return Decision
            .Record(new ResourcesAllocated(Fund, AllocationId, Window, Amount, AllocatedOn, BoardDecision))
            .LinkedTo(fund.CertificateTraces);
    }

    public override AllocationView View(States states) => AllocationView.Of(states.Get<Allocation>(AllocationId));

    Refusal InsufficientPool(Fund fund) => Refusal.Rule(
        "insufficient-pool",
        $"{Amount} is more than the {fund.Allocatable()} that can be allocated: the pool of {fund.Id} has {fund.Amount(fund.Pool)}, "
        + $"of which {fund.KeptForManagementCosts()} is kept for management costs and {fund.Amount(fund.Allocated)} is allocated.",
        "amount");
}
