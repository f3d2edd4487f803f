using TrustFund.Events;
using TrustFund.Journal.Reporting;

namespace TrustFund.Journal;

/// <summary>
/// What is booked on a later day than it took effect: nothing may take it back in the books of a day before. Few entries are. Its id is the
/// document's; a document that has none is booked on its value date, which its reversal is never before.
/// </summary>
public sealed record LateBooking : State
{
    /// <summary>The day it is booked on.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>Which of them say when these facts may be booked.</summary>
    /// <param name="facts">Facts that may reverse something.</param>
    public static IEnumerable<StateKey> Touches(IEnumerable<IFundEvent> facts) =>
        facts.Select(fact => fact.Reverses).OfType<string>().Select(StateKey.Of<LateBooking>);

    /// <summary>A document's id is used once, so its row need not be looked for first.</summary>
    internal static void Apply(States states, Recorded recorded)
    {
        if (recorded.Event is { Document: { } document, ValueDate: { } valueDate } && recorded.BookedOn > valueDate)
            states.Insert(new LateBooking { Id = document, BookedOn = recorded.BookedOn });
    }
}
