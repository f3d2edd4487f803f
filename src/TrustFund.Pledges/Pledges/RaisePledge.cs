using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>What a donor adds to its promise.</summary>
/// <param name="By">What it adds, in the pledge's currency.</param>
/// <param name="RaisedOn">When it did.</param>
/// <param name="Rate">For a pledge in another currency than the fund's, the rate to book it at; the recorded rate of the month when left out.</param>
public sealed record RaisePledgeRequest([Positive] Money By, DateOnly RaisedOn, RateRequest? Rate = null);

/// <summary>Records that a donor promised more under the same pledge.</summary>
public sealed record RaisePledge(string Fund, string PledgeId, Money Amount, DateOnly RaisedOn, RateQuote? Rate = null) : Command<PledgeView>
{
    public override string Location => $"/funds/{Fund}/pledges/{PledgeId}";

    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/raises", (string fund, Guid pledge, RaisePledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RaisePledge(Codes.Fold(fund), pledge.ToString(), request.By, request.RaisedOn, request.Rate?.AsQuote())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("RaisePledge")
        .WithTags("Pledges")
        .WithSummary("Records that a donor promised more under the same pledge.")
        .Produces<PledgeView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Pledge>(PledgeId), StateKey.Of<FundTotals>(Fund), .. InBooks.Touches(states, PledgeId, Rate, RaisedOn)];

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        InBooks? booked = null;
        if ((pledge.Stands() ?? Check(pledge) ?? InBooks.Find(states, pledge, Amount, Rate, RaisedOn, At, out booked, "by")) is { } refusal)
            return refusal;
        return AmountRules.WithinLimit(states.Get<FundTotals>(Fund).Pledged, booked!.Amount, "pledges", "by") is { } beyond
            ? beyond
            : Decision
                .Record(new PledgeRaised(Fund, PledgeId, pledge.Donor, booked.Amount, RaisedOn, booked.Original, booked.Rate))
                .LinkedTo(pledge.TraceParent);
    }

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    Refusal? Check(Pledge pledge) =>
        AmountRules.Bookable(Amount, pledge.Own().Currency, "by")
        ?? DateRules.Happened(RaisedOn, At, "raisedOn")
        ?? DateRules.NotBefore(RaisedOn, pledge.AnnouncedOn, "the pledge's announcement", "raisedOn");
}
