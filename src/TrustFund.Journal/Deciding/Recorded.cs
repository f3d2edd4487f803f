using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>A fact as its source's journal has it.</summary>
/// <param name="Source">The service that recorded it.</param>
/// <param name="Sequence">Its place in that journal: 1, 2, 3, … without a gap.</param>
/// <param name="At">When it was recorded, UTC; never earlier than the entry before it.</param>
/// <param name="Actor">Opaque id of the person or service that caused it.</param>
/// <param name="TraceParent">The W3C trace context of its commit, when it was traced.</param>
/// <param name="Event">The fact.</param>
public sealed record Recorded(string Source, long Sequence, DateTimeOffset At, string Actor, string? TraceParent, IFundEvent Event)
{
    /// <summary>The booking date: the day whose period it belongs to, its value date unless another was asked for.</summary>
    public DateOnly BookedOn { get; init; } = Books.DateOf(Event, null, At);
}
