using TrustFund.Events.Audit.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// Periods of the books: once a service has closed one it books nothing into it any more, at whichever of its entries; what nobody asked for
/// books on the first open day. A reversal is in no day's books without what it reverses.
/// </summary>
sealed class Periods
{
    readonly Dictionary<(string Source, string Fund), DateOnly> closed = [];
    readonly Dictionary<(string Source, string Request), long> acknowledged = [];
    readonly Dictionary<string, (string Fund, DateOnly Through)> requests = [];

    readonly Dictionary<(string Source, string Document), DateOnly> documents = [];

    public int Pending => requests.Count;

    public DateOnly? ClosedThrough(string source, string fund) => closed.TryGetValue((source, fund), out var through) ? through : null;

    /// <summary>The first day on which the books of every fund are open in this service; null while nothing is closed.</summary>
    public DateOnly? OpenFrom(string source) =>
        closed.Where(period => period.Key.Source == source).Select(period => (DateOnly?)period.Value.AddDays(1)).Max();

    public void Enter(Recorded recorded)
    {
        // The answer to a request is the first fact after the closing.
        if (!Acknowledge(recorded))
            MustBeOpen(recorded);
        MustFollowWhatItReverses(recorded);
        switch (recorded.Event)
        {
            case PeriodCloseRequested e:
                Assert.DoesNotContain(requests.Values, pending => pending.Fund == e.Fund);
                requests.Add(e.RequestId, (e.Fund, e.Through));
                Close(recorded, e.RequestId, e.Through);
                break;
            case PeriodClosed e:
                Conclude(e);
                break;
            default:
                break;
        }
    }

    void MustBeOpen(Recorded recorded)
    {
        var (source, fact) = (recorded.Source, recorded.Event);
        if (ClosedThrough(source, fact.Fund) is not { } through)
            return;
        Assert.True(recorded.BookedOn > through, $"{source}:{recorded.Sequence} is booked on {recorded.BookedOn}, and the books are closed through {through}.");
        // What no person asked for.
        if (recorded.Actor == source)
            Assert.Equal(Later(Later(fact.ValueDate ?? DateOnly.FromDateTime(recorded.At.UtcDateTime), through.AddDays(1)), ReversedOn(recorded)), recorded.BookedOn);
    }

    void MustFollowWhatItReverses(Recorded recorded)
    {
        Assert.True(
            recorded.BookedOn >= ReversedOn(recorded),
            $"{recorded.Source}:{recorded.Sequence} is booked on {recorded.BookedOn}, and reverses what is booked on {ReversedOn(recorded)}.");
        if (recorded.Event.Document is { } document)
            documents[(recorded.Source, document)] = recorded.BookedOn;
    }

    DateOnly ReversedOn(Recorded recorded) =>
        recorded.Event.Reverses is { } document && documents.TryGetValue((recorded.Source, document), out var on) ? on : DateOnly.MinValue;

    bool Acknowledge(Recorded recorded)
    {
        var (request, through) = recorded.Event switch
        {
            Events.Pledges.V1.PeriodClosed e => (e.RequestId, e.Through),
            Events.Contracts.V1.PeriodClosed e => (e.RequestId, e.Through),
            Events.Disbursements.V1.PeriodClosed e => (e.RequestId, e.Through),
            Events.Leverage.V1.PeriodClosed e => (e.RequestId, e.Through),
            _ => ("", default),
        };
        if (request.Length == 0)
            return false;
        Assert.Equal((recorded.Event.Fund, through), requests[request]);
        Close(recorded, request, through);
        MustBeOpen(recorded);
        return true;
    }

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    void Close(Recorded recorded, string request, DateOnly through)
    {
        acknowledged.Add((recorded.Source, request), recorded.Sequence);
        closed[(recorded.Source, recorded.Event.Fund)] = through;
    }

    /// <summary>Audit says at which entry of each service the period was closed.</summary>
    void Conclude(PeriodClosed e)
    {
        Assert.True(requests.Remove(e.RequestId));
        Assert.Equal(Followings.Services.Order(StringComparer.Ordinal), e.Sequences.Select(sequence => sequence.Source).Order(StringComparer.Ordinal));
        Assert.All(e.Sequences, sequence => Assert.Equal(acknowledged[(sequence.Source, e.RequestId)], sequence.Sequence));
    }
}
