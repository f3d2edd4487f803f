using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.InKind;

/// <summary>Units that a donor delivered.</summary>
/// <param name="Quantity">How many units: above zero, two decimals at most, no more than are promised and not delivered.</param>
/// <param name="DeliveredOn">When they were delivered.</param>
/// <param name="Reference">Reference of the report that says so, up to 100 characters.</param>
public sealed record DeliverInKindRequest([Positive] decimal Quantity, DateOnly DeliveredOn, [StringLength(100)] string? Reference = null);

/// <summary>Records that units a donor promised were delivered.</summary>
public sealed record DeliverInKind(string Fund, string PledgeId, decimal Quantity, DateOnly DeliveredOn, string? Reference) : Command<InKindPledgeView>
{
    public override StateKey? Versioned => StateKey.Of<InKindPledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/in-kind-pledges/{pledge:guid}/deliveries", (string fund, Guid pledge, DeliverInKindRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new DeliverInKind(Codes.Fold(fund), pledge.ToString(), request.Quantity, request.DeliveredOn, request.Reference)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("DeliverInKind")
        .WithTags("In kind")
        .WithSummary("Records that units a donor promised were delivered.")
        .Produces<InKindPledgeView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<FundTotals>(Fund), StateKey.Of<InKindPledge>(PledgeId)];

    public override Decision Decide(States states) =>
        InKindPledge.Find(states, Fund, PledgeId) is not { } pledge
            ? InKindPledge.Missing(Fund, PledgeId)
            : Check(pledge) is { } refusal
            ? refusal
            : Decision.Record(new InKindDelivered(Fund, PledgeId, pledge.Donor, Quantity, pledge.Unit, DeliveredOn, Reference));

    public override InKindPledgeView View(States states) => InKindPledgeView.Of(states.Get<InKindPledge>(PledgeId), states.Get<Fund>(Fund));

    Refusal? Check(InKindPledge pledge) =>
        QuantityRules.Countable(Quantity, "quantity")
        ?? (Quantity > pledge.Quantity - pledge.Delivered
            ? Refusal.Rule("exceeds-pledged", $"{Quantity} is more than the {pledge.Quantity - pledge.Delivered} {pledge.Unit} that are promised and not delivered.", "quantity")
            : null)
        ?? DateRules.Happened(DeliveredOn, At, "deliveredOn")
        ?? DateRules.NotBefore(DeliveredOn, pledge.AnnouncedOn, "the pledge's announcement", "deliveredOn");
}
