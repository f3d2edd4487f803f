using System.ComponentModel.DataAnnotations;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>A promise of a donor to a fund.</summary>
/// <param name="Donor">Code of a registered donor.</param>
/// <param name="Amount">What it promises. In another currency than the fund's, the pledge is kept in that currency.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made, or what is assumed about it, up to 1,000 characters.</param>
/// <param name="Reference">The donor's or the fund's own reference of the promise, unique among the fund's pledges, up to 100 characters.</param>
/// <param name="Rate">For another currency, the rate to book it at; the recorded rate of the month when left out.</param>
public sealed record AnnouncePledgeRequest(
    [Code] string Donor,
    [Positive] Money Amount,
    DateOnly AnnouncedOn,
    [StringLength(1000)] string? Note = null,
    [StringLength(100)] string? Reference = null,
    RateRequest? Rate = null);

/// <summary>Records a donor's promise: not yet binding, not yet money.</summary>
public sealed record AnnouncePledge(
    string Fund, string PledgeId, string Donor, Money Amount, DateOnly AnnouncedOn, string? Note, string? Reference, RateQuote? Rate = null)
    : Command<PledgeView>
{
    public override string Location => $"/funds/{Fund}/pledges/{PledgeId}";

    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges", (string fund, AnnouncePledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new AnnouncePledge(
                Codes.Fold(fund),
                Guid.CreateVersion7().ToString(),
                Codes.Fold(request.Donor),
                request.Amount,
                request.AnnouncedOn,
                request.Note,
                string.IsNullOrWhiteSpace(request.Reference) ? null : request.Reference.Trim(),
                request.Rate?.AsQuote())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("AnnouncePledge")
        .WithTags("Pledges")
        .WithSummary("Records a donor's promise to a fund.")
        .Produces<PledgeView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<FundTotals>(Fund);
        yield return StateKey.Of<Donor>(Donor);
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<DonorPledges>(DonorPledges.IdOf(Fund, Donor));
        foreach (var key in PledgeReference.Touches(Fund, Reference))
            yield return key;
        if (states.Holds(StateKey.Of<FundTotals>(Fund)) && states.TryFind<FundTotals>(Fund, out var totals) && totals.Currency != Amount.Currency)
        {
            foreach (var key in Conversion.Touches(Fund, totals.Currency, Amount.Currency, Rate, AnnouncedOn))
                yield return key;
        }
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundTotals>(Fund, out var totals))
            return Funds.Fund.Missing(Fund);
        InBooks? booked = null;
        var refusal = Refusal.All(
            CheckReference(states),
            CheckAmount(states, totals, out booked),
            DateRules.Happened(AnnouncedOn, At, "announcedOn"),
            states.TryFind<Donor>(Donor, out _) ? null : Donors.Donor.Unknown(Donor),
            totals.Currency == Amount.Currency ? Conversion.NotNeeded(Rate, totals.Currency) : null);
        return refusal is not null
            ? refusal
            : Decision.Record(new PledgeAnnounced(Fund, PledgeId, Donor, booked!.Amount, AnnouncedOn, Note, Reference, booked.Original, booked.Rate));
    }

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    Refusal? CheckReference(States states) =>
        Reference is not null && PledgeReference.Touches(Fund, Reference).Any(key => states.Find(key) is not null)
            ? Refusal.Conflict("reference-taken", $"The fund {Fund} has a pledge with the reference '{Reference}' already.", "reference")
            : null;

    /// <summary>What is promised, in the fund's currency, or what is wrong with the amount and the rate that it needs.</summary>
    Refusal? CheckAmount(States states, FundTotals totals, out InBooks? booked)
    {
        booked = null;
        if (totals.Currency == Amount.Currency)
        {
            booked = new(Amount, null, null, null);
            return AmountRules.Positive(Amount) ?? AmountRules.WithinLimit(totals.Pledged, Amount, "pledges");
        }
        var rate = Conversion.Find(states, Fund, totals.Currency, Amount.Currency, Rate, AnnouncedOn, At, out var conversion);
        if ((Refusal.All(AmountRules.Positive(Amount), rate) ?? conversion!.Bookable(Amount)) is { } refusal)
            return refusal;
        booked = new(conversion!.To(Amount), Amount, conversion.Quote, conversion);
        return AmountRules.WithinLimit(totals.Pledged, booked.Amount, "pledges");
    }
}
