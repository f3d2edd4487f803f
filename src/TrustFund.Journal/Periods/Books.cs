using System.Globalization;
using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>
/// The booking date of a fact: the day whose period it belongs to. It is the one that was asked for, else the fact's own value date, else
/// the day it is recorded. A closed period takes nothing in: a person's command that would book into it is refused, and says when the
/// books are open; what no person asked for (the answer to another service, a deadline that passes) books on the first open day.
/// </summary>
public static class Books
{
    /// <summary>The source whose requests close periods.</summary>
    public const string Closer = "audit";

    /// <summary>A service's evolution, with the closing of periods.</summary>
    /// <param name="source">The service's name.</param>
    /// <param name="evolution">Its own evolution.</param>
    public static Evolution Over(string source, Evolution evolution) => new PeriodKeeping(source, evolution);

    /// <summary>The booking date of a fact, were every period open.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="asked">The booking date that was asked for, if any.</param>
    /// <param name="at">When it is recorded.</param>
    public static DateOnly DateOf(IFundEvent fact, DateOnly? asked, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return asked ?? fact.ValueDate ?? DateOnly.FromDateTime(at.UtcDateTime);
    }

    /// <summary>
    /// The booking date of what a person's command records, were every period open: the one that was asked for. What follows from it, and takes
    /// effect later than that, is booked when it does.
    /// </summary>
    /// <param name="fact">The fact.</param>
    /// <param name="asked">The booking date that was asked for, if any.</param>
    /// <param name="at">When it is recorded.</param>
    public static DateOnly DateOfDecided(IFundEvent fact, DateOnly? asked, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return DateOf(fact, asked < fact.ValueDate ? null : asked, at);
    }

    /// <summary>The booking date of an answer to a fact, were every period open: it is booked no earlier than what it answers, so that a day's books hold both or only the first.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="followed">What it answers.</param>
    /// <param name="at">When the answer is recorded.</param>
    public static DateOnly DateOfAnswer(IFundEvent answer, Recorded followed, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(followed);
        var own = DateOf(answer, asked: null, at);
        // What has no date of its own was booked on the day it was recorded, which says nothing of its answer.
        return followed.Event.ValueDate is not null && own < followed.BookedOn ? followed.BookedOn : own;
    }

    /// <summary>The day itself while its period is open, else the first open day after it.</summary>
    /// <param name="states">What is held, with every closed period.</param>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="on">The day.</param>
    public static DateOnly FirstOpen(States states, string fund, DateOnly on) =>
        ClosedThrough(states, fund) is { } through && on <= through ? through.AddDays(1) : on;

    /// <summary>The day itself, unless the fact takes back what is booked later: then that day.</summary>
    /// <param name="states">What is held, with the late booking of what the fact reverses.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="on">The day.</param>
    public static DateOnly NotBeforeWhatItReverses(States states, IFundEvent fact, DateOnly on) =>
        Reversed(states, fact) is { } late && on < late.BookedOn ? late.BookedOn : on;

    /// <summary>
    /// Refuses to book into a closed period, on a day before what the person wants takes effect, and before what it takes back is booked. The day
    /// that a refusal names is one that is not refused.
    /// </summary>
    /// <param name="states">What is held, with every closed period and the late bookings of what the facts reverse.</param>
    /// <param name="facts">What a person's command would record: what was asked for first, then what follows from it.</param>
    /// <param name="asked">The booking date that was asked for, if any.</param>
    /// <param name="at">When it would be recorded.</param>
    /// <param name="notBefore">The day on which what the command takes back was last moved, where it says one.</param>
    public static Refusal? Refuse(States states, IReadOnlyList<IFundEvent> facts, DateOnly? asked, DateTimeOffset at, DateOnly? notBefore = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts is not [var own, ..])
            return null;
        return RefuseEarly(own, asked) ?? facts
            .Select(fact => (fact, on: DateOfDecided(fact, asked, at)))
            .Select(booked => RefuseBefore(states, booked.fact, booked.on, notBefore) ?? RefuseClosed(states, booked.fact.Fund, booked.on))
            .FirstOrDefault(refusal => refusal is not null);
    }

    static Refusal? RefuseEarly(IFundEvent fact, DateOnly? asked) => asked < fact.ValueDate
        ? Refusal.Rule(
            "date-out-of-order",
            $"It took effect on {Iso(fact.ValueDate.Value)}: it cannot be booked on {Iso(asked.Value)}, before that.",
            "bookedOn")
        : null;

    static Refusal? RefuseBefore(States states, IFundEvent fact, DateOnly on, DateOnly? notBefore)
    {
        var late = NotBeforeWhatItReverses(states, fact, on);
        if (notBefore is { } moved && late < moved)
            return OutOfOrder($"The books have what it moves from {Iso(moved)} on", moved);
        return late == on ? null : OutOfOrder($"It reverses what is booked on {Iso(late)}", late);

        Refusal OutOfOrder(string what, DateOnly day) =>
            Refusal.Rule("date-out-of-order", $"{what}: ask for ?bookedOn={Iso(FirstOpen(states, fact.Fund, day))} or a later day.", "bookedOn");
    }

    static Refusal? RefuseClosed(States states, string fund, DateOnly on) => FirstOpen(states, fund, on) is var open && open == on
        ? null
        : Refusal.Conflict(
            "period-closed",
            $"The books of {fund} are closed through {Iso(open.AddDays(-1))}, and this would be booked on {Iso(on)}: ask for ?bookedOn={Iso(open)} or a later day.",
            "bookedOn");

    static LateBooking? Reversed(States states, IFundEvent fact)
    {
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Reverses is { } document ? states.Find<LateBooking>(document) : null;
    }

    static DateOnly? ClosedThrough(States states, string fund)
    {
        ArgumentNullException.ThrowIfNull(states);
        var key = StateKey.Of<ClosedPeriod>(fund);
        return states.Holds(key) ? (states.Find(key) as ClosedPeriod)?.Through : null;
    }

    static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
