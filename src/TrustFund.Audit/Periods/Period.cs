using TrustFund.Events;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Periods;

/// <summary>Where the closing of a period stands.</summary>
enum PeriodState
{
    /// <summary>Asked for; not every service has answered yet.</summary>
    Pending,

    /// <summary>Closed everywhere.</summary>
    Closed,
}

/// <summary>A period of a fund that is, or is being, closed; the id is that of the request.</summary>
sealed record Period : State
{
    public required string Fund { get; init; }

    public required DateOnly Through { get; init; }

    public string? Reason { get; init; }

    public required PeriodState Standing { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The position of the request in Audit's own journal.</summary>
    public required long RequestedIn { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Where the period ends in each service's journal; empty while it is pending.</summary>
    public IReadOnlyList<SourceSequence> Sequences { get; init; } = [];

    public static void Apply(States states, Recorded recorded, PeriodCloseRequested fact)
    {
        states.Put(new Period
        {
            Id = fact.RequestId,
            Fund = fact.Fund,
            Through = fact.Through,
            Reason = fact.Reason,
            Standing = PeriodState.Pending,
            RequestedBy = recorded.Actor,
            RequestedAt = recorded.At,
            RequestedIn = recorded.Sequence,
        });
        var before = states.Find<FundPeriods>(fact.Fund);
        states.Put(new FundPeriods { Id = fact.Fund, ClosedThrough = before?.ClosedThrough, PendingId = fact.RequestId });
    }

    public static void Apply(States states, Recorded recorded, PeriodClosed fact)
    {
        states.Change<Period>(fact.RequestId, period => period with
        {
            Standing = PeriodState.Closed,
            ClosedAt = recorded.At,
            Sequences = fact.Sequences,
        });
        states.Change<FundPeriods>(fact.Fund, periods => periods with { ClosedThrough = fact.Through, PendingId = null });
    }
}

/// <summary>Up to when a fund's books are closed everywhere, and the request that is pending. The id is the fund's code.</summary>
sealed record FundPeriods : State
{
    public DateOnly? ClosedThrough { get; init; }

    public string? PendingId { get; init; }
}

/// <summary>
/// That a service has closed a period. A row of its own: a service may answer before anybody folds the request. The id is the request's, a
/// slash and the service.
/// </summary>
sealed record PeriodAcknowledgement : State
{
    public required string RequestId { get; init; }

    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public static string KeyOf(string request, string source) => $"{request}/{source}";

    public static void Apply(States states, Recorded recorded, string request) => states.Put(new PeriodAcknowledgement
    {
        Id = KeyOf(request, recorded.Source),
        RequestId = request,
        Source = recorded.Source,
        Sequence = recorded.Sequence,
        At = recorded.At,
    });
}
