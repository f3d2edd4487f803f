using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Deadlines;

/// <summary>A deadline of a fund to set or move.</summary>
/// <param name="Kind">What it limits: <c>contracting</c>, <c>implementation</c> or <c>payment</c>.</param>
/// <param name="On">The last day on which that may be done.</param>
/// <param name="DecidedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record SetDeadlineRequest(DeadlineKind Kind, DateOnly On, DateOnly DecidedOn, [Required, StringLength(200)] string Decision);

/// <summary>
/// The Board sets a deadline of a fund, or moves it. It may be set to a day that is past: it is then acted on at once, as it is when its
/// day passes.
/// </summary>
sealed record SetDeadline(string Fund, DeadlineKind Kind, DateOnly LastDay, DateOnly DecidedOn, string BoardDecision) : Command<DeadlineView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/deadlines", (string fund, SetDeadlineRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new SetDeadline(Codes.Fold(fund), request.Kind, request.On, request.DecidedOn, request.Decision.Trim())))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(SetDeadline))
        .WithTags("Deadlines")
        .WithSummary("Set or move a deadline of a fund")
        .WithDescription(
            "When the contracting deadline passes, actions are closed and what they did not contract returns to the fund. A contracting "
            + "deadline in the past is acted on at once: set it when the history of a fund whose deadline has long passed is entered. It is "
            + "never before the last signature (422 `deadline-before-signature`).")
        .Produces<DeadlineView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<Deadline>(Deadline.KeyOf(Fund, Kind))];

    public override StateKey? Versioned => StateKey.Of<Deadline>(Deadline.KeyOf(Fund, Kind));

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        var refusal = fund.RefuseDate(DecidedOn, At, "decidedOn") ?? RefuseDay(fund) ?? RefuseSame(states);
        return refusal is not null
            ? refusal
            : Decision.Record(new DeadlineSet(Fund, Deadline.NameOf(Kind), LastDay, DecidedOn, BoardDecision));
    }

    public override DeadlineView View(States states) => DeadlineView.Of(states.Get<Deadline>(Deadline.KeyOf(Fund, Kind)));

    Refusal? RefuseDay(Fund fund) =>
        LastDay < fund.EstablishedOn
            ? Refusal.Rule("date-out-of-order", $"{LastDay:yyyy-MM-dd} is before {Fund} was established, on {fund.EstablishedOn:yyyy-MM-dd}.", "on")
            : Kind is DeadlineKind.Contracting && LastDay < fund.LastSignedOn
                ? Refusal.Rule(
                    "deadline-before-signature",
                    $"{LastDay:yyyy-MM-dd} is before the last signature of a contract of {Fund}, on {fund.LastSignedOn:yyyy-MM-dd}.",
                    "on")
                : null;

    Refusal? RefuseSame(States states) =>
        states.Find<Deadline>(Deadline.KeyOf(Fund, Kind)) is { Awaited: true } deadline && deadline.LastDay == LastDay
            ? Refusal.Conflict("deadline-unchanged", $"The {Deadline.NameOf(Kind)} deadline of {Fund} is {LastDay:yyyy-MM-dd} already.", "on")
            : null;
}
