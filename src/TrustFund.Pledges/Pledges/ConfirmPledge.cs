using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>A donor's confirmation of its promise.</summary>
/// <param name="ConfirmedOn">When it confirmed.</param>
/// <param name="Reference">Reference of the letter, up to 100 characters.</param>
public sealed record ConfirmPledgeRequest(DateOnly ConfirmedOn, [StringLength(100)] string? Reference = null);

/// <summary>Records that a donor confirmed its promise in writing: still not binding.</summary>
public sealed record ConfirmPledge(string Fund, string PledgeId, DateOnly ConfirmedOn, string? Reference) : Command<PledgeView>
{
    public override StateKey? Versioned => StateKey.Of<Pledge>(PledgeId);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/confirmation", (string fund, Guid pledge, ConfirmPledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ConfirmPledge(Codes.Fold(fund), pledge.ToString(), request.ConfirmedOn, request.Reference)))
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ConfirmPledge")
        .WithTags("Pledges")
        .WithSummary("Records that a donor confirmed its promise in writing.")
        .Produces<PledgeView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Pledge>(PledgeId)];

    public override Decision Decide(States states) =>
        Pledge.Find(states, Fund, PledgeId) is not { } pledge
            ? Pledge.Missing(Fund, PledgeId)
            : Check(pledge) is { } refusal
            ? refusal
            : Decision.Record(new PledgeConfirmed(Fund, PledgeId, pledge.Donor, ConfirmedOn, Reference)).LinkedTo(pledge.TraceParent);

    public override PledgeView View(States states) => new(states.Get<Pledge>(PledgeId));

    /// <summary>What can be told of it without its pledge but that this was announced on a day.</summary>
    internal Refusal? CheckDay(DateOnly announcedOn) =>
        DateRules.Happened(ConfirmedOn, At, "confirmedOn")
        ?? DateRules.NotBefore(ConfirmedOn, announcedOn, "the pledge's announcement", "confirmedOn");

    Refusal? Check(Pledge pledge) => Refusal.All(
        pledge.Stands(),
        pledge.ConfirmedOn is { } day
            ? Refusal.Conflict("already-confirmed", $"The donor confirmed the pledge on {day:yyyy-MM-dd} already.", "confirmedOn")
            : CheckDay(pledge.AnnouncedOn));
}
