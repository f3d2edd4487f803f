using System.Globalization;
using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Audit.Ledger;

/// <summary>
/// That an entry of a source's journal was heard, and when the source recorded it: what tells which positions "as known on" a moment
/// stands for. Written once, for every entry, whether it moves an amount or not.
/// </summary>
sealed record HeardEntry : State
{
    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required string EventType { get; init; }

    public required string Fund { get; init; }

    public required string Subject { get; init; }

    public required DateOnly BookedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static HeardEntry Of(Recorded recorded) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}"),
        Source = recorded.Source,
        Sequence = recorded.Sequence,
        EventType = EventTypes.NameOf(recorded.Event.GetType()),
        Fund = recorded.Event.Fund,
        Subject = recorded.Event.Subject,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
    };
}
