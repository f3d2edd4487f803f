using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>What a donor adds to its promise.</summary>
/// <param name="By">What it adds, in the fund's currency.</param>
/// <param name="RaisedOn">When it did.</param>
public sealed record RaisePledgeRequest([Positive] Money By, DateOnly RaisedOn);

/// <summary>Records that a donor promised more under the same pledge.</summary>
public sealed record RaisePledge(string Fund, string PledgeId, Money Amount, DateOnly RaisedOn) : Command<PledgeView>
{
    public override string Location => $"/funds/{Fund}/pledges/{PledgeId}";

    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/raises", (string fund, Guid pledge, RaisePledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RaisePledge(Codes.Fold(fund), pledge.ToString(), request.By, request.RaisedOn)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("RaisePledge")
        .WithTags("Pledges")
        .WithSummary("Records that a donor promised more under the same pledge.")
        .Produces<PledgeView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Pledge>(PledgeId), StateKey.Of<FundTotals>(Fund)];

    public override Decision Decide(States states) =>
        Pledge.Find(states, Fund, PledgeId) is not { } pledge
            ? Pledge.Missing(Fund, PledgeId)
            : Check(pledge, states.Get<FundTotals>(Fund)) is { } refusal
            ? refusal
            : Decision.Record(new PledgeRaised(Fund, PledgeId, pledge.Donor, Amount, RaisedOn)).LinkedTo(pledge.TraceParent);

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    Refusal? Check(Pledge pledge, FundTotals totals) =>
        AmountRules.Bookable(Amount, pledge.Currency, "by")
        ?? AmountRules.WithinLimit(totals.Pledged, Amount, "pledges", "by")
        ?? DateRules.Happened(RaisedOn, At, "raisedOn")
        ?? DateRules.NotBefore(RaisedOn, pledge.AnnouncedOn, "the pledge's announcement", "raisedOn");
}
