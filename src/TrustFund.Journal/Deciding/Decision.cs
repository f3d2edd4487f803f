using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>What a command comes to: the facts to record, or a refusal.</summary>
public sealed class Decision
{
    Decision(IReadOnlyList<IFundEvent> events, Refusal? refusal) => (Events, Refusal) = (events, refusal);

    /// <summary>The facts to record, in order; empty when refused or when there is nothing to do.</summary>
    public IReadOnlyList<IFundEvent> Events { get; }

    /// <summary>Why it is refused, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary><c>traceparent</c>s of the earlier money this decision stands on; the commit's span links to them.</summary>
    public IReadOnlyList<string> Links { get; private init; } = [];

    /// <summary>Why there is nothing to record, where a row of a file is passed over; else null.</summary>
    public string? PassedOver { get; private init; }

    /// <summary>The first day whose books may hold it, where that is later than its facts say: what it moves is there from then on; else null.</summary>
    public DateOnly? NotBefore { get; private init; }

    /// <summary>Records nothing, because what a row of a file says needs no record.</summary>
    /// <param name="reason">Why, for the person who sent the file.</param>
    public static Decision PassOver(string reason) => new([], null) { PassedOver = reason };

    /// <summary>Records these facts.</summary>
    public static Decision Record(params IReadOnlyList<IFundEvent> events) => new(events, null);

    /// <summary>Refuses.</summary>
    public static Decision Refuse(Refusal refusal) => new([], refusal);

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => Refuse(refusal);

    /// <summary>Is booked on no day before this one, from which on what it moves is there: a person is refused until they ask for such a day. Null for any.</summary>
    public Decision BookedFrom(DateOnly? day) => new(Events, Refusal) { Links = Links, PassedOver = PassedOver, NotBefore = day };

    /// <summary>Links the commit to the traces that created the money it moves; nulls are left out.</summary>
    public Decision LinkedTo(params IEnumerable<string?> traceParents) =>
        new(Events, Refusal) { Links = [.. Links, .. traceParents.OfType<string>()], PassedOver = PassedOver, NotBefore = NotBefore };
}
