using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.InKind;

/// <summary>A change of a promise that is not money.</summary>
/// <param name="By">How many units more; below zero when fewer.</param>
/// <param name="ChangedOn">When the donor changed it.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
public sealed record ChangeInKindRequest(decimal By, DateOnly ChangedOn, [Required, StringLength(500)] string Reason);

/// <summary>Records that a donor promised more units, or fewer: never fewer than it delivered.</summary>
public sealed record ChangeInKind(string Fund, string PledgeId, decimal More, DateOnly ChangedOn, string Reason) : Command<InKindPledgeView>
{
    public override StateKey? Versioned => StateKey.Of<InKindPledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/in-kind-pledges/{pledge:guid}/changes", (string fund, Guid pledge, ChangeInKindRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ChangeInKind(Codes.Fold(fund), pledge.ToString(), request.By, request.ChangedOn, request.Reason.Trim())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ChangeInKind")
        .WithTags("In kind")
        .WithSummary("Records that a donor promised more units, or fewer.")
        .Produces<InKindPledgeView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<FundTotals>(Fund), StateKey.Of<InKindPledge>(PledgeId)];

    public override Decision Decide(States states) =>
        InKindPledge.Find(states, Fund, PledgeId) is not { } pledge
            ? InKindPledge.Missing(Fund, PledgeId)
            : Check(states, pledge) is { } refusal
            ? refusal
            : Decision.Record(new InKindChanged(Fund, PledgeId, pledge.Donor, More, pledge.Unit, ChangedOn, Reason));

    public override InKindPledgeView View(States states) => InKindPledgeView.Of(states.Get<InKindPledge>(PledgeId), states.Get<Fund>(Fund));

    Refusal? Check(States states, InKindPledge pledge) =>
        QuantityRules.Countable(Math.Abs(More), "by")
        ?? QuantityRules.WithinLimit(states.Get<FundTotals>(Fund).InKindPledged, More, "by")
        ?? (pledge.Quantity + More < pledge.Delivered
            ? Refusal.Rule("below-delivered", $"{pledge.Quantity} {More:+0.##;-0.##} leaves fewer than the {pledge.Delivered} {pledge.Unit} that were delivered.", "by")
            : null)
        ?? DateRules.Happened(ChangedOn, At, "changedOn")
        ?? DateRules.NotBefore(ChangedOn, pledge.AnnouncedOn, "the pledge's announcement", "changedOn");
}
