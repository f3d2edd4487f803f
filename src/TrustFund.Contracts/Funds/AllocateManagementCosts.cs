using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>A part of the fund's pool that the Board sets apart for management costs.</summary>
/// <param name="Amount">How much, in the fund's currency.</param>
/// <param name="AllocatedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record AllocateManagementCostsRequest(
    [Positive] Money Amount,
    DateOnly AllocatedOn,
    [Required, StringLength(200)] string Decision);

/// <summary>The Board sets a part of the pool apart for management costs, within their cap: they may be paid up to that.</summary>
sealed record AllocateManagementCosts(
    string Fund, string AllocationId, Money Amount, DateOnly AllocatedOn, string BoardDecision) : Command<ManagementCostAllocationView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/management-costs", (string fund, AllocateManagementCostsRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new AllocateManagementCosts(
                Codes.Fold(fund), Guid.CreateVersion7().ToString(), request.Amount, request.AllocatedOn, request.Decision.Trim())))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(AllocateManagementCosts))
        .WithTags("Resources")
        .WithSummary("Set a part of the pool apart for management costs")
        .WithDescription(
            "All management costs of a fund stay within its cap, a share of the pool: more is refused with 422 `exceeds-management-cost-cap`. "
            + "The pool must have the amount free as well (422 `insufficient-pool`), and is afterwards never released to donors so far that "
            + "its cap would be below what is set apart.")
        .Produces<ManagementCostAllocationView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<ManagementCostAllocation>(AllocationId)];

    public override StateKey? Versioned => StateKey.Of<ManagementCostAllocation>(AllocationId);

    public override string Location => $"/funds/{Fund}/management-costs/{AllocationId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        var refusal = fund.RefuseAmount(Amount) ?? fund.RefuseDate(AllocatedOn, At, "allocatedOn") ?? RefuseExcess(fund);
        return refusal is not null
            ? refusal
            : Decision
                .Record(new ManagementCostsAllocated(Fund, AllocationId, Amount, AllocatedOn, BoardDecision))
                .LinkedTo(fund.CertificateTraces);
    }

    public override ManagementCostAllocationView View(States states) =>
        ManagementCostAllocationView.Of(states.Get<ManagementCostAllocation>(AllocationId));

    Refusal? RefuseExcess(Fund fund)
    {
        var cap = fund.ManagementCostCap();
        var kept = fund.Amount(fund.ManagementCosts);
        return Amount > cap - kept
            ? Refusal.Rule(
                "exceeds-management-cost-cap",
                $"{Amount} is more than the {cap - kept} left for management costs: the pool of {fund.Id} has {fund.Amount(fund.Pool)}, of which "
                + $"{fund.ManagementCostCapPercent} per cent, {cap}, may be taken and {kept} is.",
                "amount")
            : Amount > fund.AllocatableToManagementCosts()
                ? Refusal.Rule(
                    "insufficient-pool",
                    $"{Amount} is more than the {fund.AllocatableToManagementCosts()} that the pool of {fund.Id} has free: of its "
                    + $"{fund.Amount(fund.Pool)}, {fund.Amount(fund.Allocated)} is allocated to windows and {kept} to management costs.",
                    "amount")
                : null;
    }
}
