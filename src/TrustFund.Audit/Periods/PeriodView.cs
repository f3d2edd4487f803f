using TrustFund.Events;

namespace TrustFund.Audit.Periods;

/// <summary>A period and how far its closing has come.</summary>
/// <param name="Id">Id of the request that closes it.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Through">Its last day.</param>
/// <param name="Reason">Why it is closed.</param>
/// <param name="State">`pending` until every service has closed it, then `closed`.</param>
/// <param name="RequestedBy">Opaque id of the person who asked.</param>
/// <param name="RequestedAt">When, UTC.</param>
/// <param name="ClosedAt">When the last service had closed it, UTC; null while it is pending.</param>
/// <param name="Acknowledged">Where it ends in the journal of each service that has closed it; Audit's own is the request.</param>
/// <param name="Awaited">The services that have not answered yet.</param>
sealed record PeriodView(
    string Id,
    string Fund,
    DateOnly Through,
    string? Reason,
    PeriodState State,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<SourceSequence> Acknowledged,
    IReadOnlyList<string> Awaited)
{
    public static PeriodView Of(Period period, IEnumerable<PeriodAcknowledgement> answers)
    {
        var acknowledged = period.Standing == PeriodState.Closed
            ? period.Sequences
            : [.. answers.OrderBy(answer => answer.Source, StringComparer.Ordinal).Select(answer => new SourceSequence(answer.Source, answer.Sequence)), new("audit", period.RequestedIn)];
        return new(
            period.Id,
            period.Fund,
            period.Through,
            period.Reason,
            period.Standing,
            period.RequestedBy,
            period.RequestedAt,
            period.ClosedAt,
            acknowledged,
            [.. Acknowledgements.Sources.Except(acknowledged.Select(answer => answer.Source))]);
    }
}
