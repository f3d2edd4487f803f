using System.ComponentModel.DataAnnotations;
using TrustFund.Audit.Dimensions;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Periods;

/// <summary>A period to close.</summary>
/// <param name="Through">Its last day, which must be over: nothing books on it or before it any more.</param>
/// <param name="Reason">Why, where it is more than the calendar.</param>
sealed record ClosePeriodRequest(DateOnly Through, [StringLength(500)] string? Reason = null);

/// <summary>Asks every service to close a period. It is closed when all have answered.</summary>
sealed record ClosePeriod(string Fund, string RequestId, DateOnly Through, string? Reason) : Command<PeriodView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/periods", (string fund, ClosePeriodRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ClosePeriod(
                Codes.Fold(fund),
                Guid.CreateVersion7().ToString(),
                request.Through,
                string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim())))
        .RequireRole(Roles.FinanceOfficer, Roles.Administrator)
        .WithName(nameof(ClosePeriod))
        .WithTags("Periods")
        .WithSummary("Close a period")
        .WithDescription(
            "Asks every service to take in nothing more on or before the day. The answer is 202: the period is pending until each of them has "
            + "closed it, which GET tells. A day that is not over is refused (422 `period-not-over`), so is one that is closed already "
            + "(409 `already-closed`) and a second request while one is pending (409 `period-pending`).")
        .Produces<PeriodView>(StatusCodes.Status202Accepted);

    public override int Status => StatusCodes.Status202Accepted;

    public override string Location => $"/funds/{Fund}/periods/{RequestId}";

    public override StateKey? Versioned => StateKey.Of<Period>(RequestId);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<FundFacts>(Fund), StateKey.Of<ClosedPeriod>(Fund), .. Acknowledgements.Touches(Fund, RequestId)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundFacts>(Fund, out _))
            return Refusal.NotFound("fund", Fund);
        if (Through >= DateOnly.FromDateTime(At.UtcDateTime))
            return Refusal.Rule("period-not-over", $"{Through:yyyy-MM-dd} is not over yet: a period is closed when it has ended.", "through");
        var periods = states.Find<FundPeriods>(Fund);
        if (periods?.PendingId is { } pending)
            return Refusal.Conflict("period-pending", $"The closing of another period of {Fund} ({pending}) still waits for answers.", "through");
        return periods?.ClosedThrough is { } closed && Through <= closed
            ? Refusal.Conflict("already-closed", $"The books of {Fund} are closed through {closed:yyyy-MM-dd} already.", "through")
            : Decision.Record(new PeriodCloseRequested(Fund, RequestId, Through, Reason));
    }

    public override PeriodView View(States states) => PeriodView.Of(states.Get<Period>(RequestId), []);
}
