using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>A promise of a donor to a fund.</summary>
/// <param name="Donor">Code of a registered donor.</param>
/// <param name="Amount">What it promises, in the fund's currency.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made, or what is assumed about it, up to 1,000 characters.</param>
/// <param name="Reference">The donor's or the fund's own reference of the promise, up to 100 characters.</param>
public sealed record AnnouncePledgeRequest(
    [Code] string Donor,
    [Positive] Money Amount,
    DateOnly AnnouncedOn,
    [StringLength(1000)] string? Note = null,
    [StringLength(100)] string? Reference = null);

/// <summary>Records a donor's promise: not yet binding, not yet money.</summary>
public sealed record AnnouncePledge(
    string Fund, string PledgeId, string Donor, Money Amount, DateOnly AnnouncedOn, string? Note, string? Reference) : Command<PledgeView>
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
                request.Reference)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("AnnouncePledge")
        .WithTags("Pledges")
        .WithSummary("Records a donor's promise to a fund.")
        .Produces<PledgeView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<FundTotals>(Fund), StateKey.Of<Donor>(Donor), StateKey.Of<Pledge>(PledgeId)];

    public override Decision Decide(States states) =>
        !states.TryFind<FundTotals>(Fund, out var totals)
            ? Funds.Fund.Missing(Fund)
            : Check(states, totals) is { } refusal
            ? refusal
            : Decision.Record(new PledgeAnnounced(Fund, PledgeId, Donor, Amount, AnnouncedOn, Note, Reference));

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    Refusal? Check(States states, FundTotals totals) =>
        AmountRules.Bookable(Amount, totals.Currency)
        ?? AmountRules.WithinLimit(totals.Pledged, Amount, "pledges")
        ?? DateRules.Happened(AnnouncedOn, At, "announcedOn")
        ?? (states.TryFind<Donor>(Donor, out _) ? null : Donors.Donor.Unknown(Donor));
}
