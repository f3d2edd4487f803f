using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>
/// How a service's states follow from facts: its own and those of the services it follows. Each service has one.
/// A followed fact may only add what it says (a ceiling, an availability, a request that waits); whatever depends on the service's own
/// choices is decided by <see cref="React"/> and recorded as the service's own fact. So the order between two sources never matters,
/// and folding all followed facts, then all own ones, gives the rows as they are: that is what <c>verify</c> proves.
/// </summary>
public abstract class Evolution
{
    /// <summary>The tables of this service's states.</summary>
    public abstract IReadOnlyList<StateTable> Tables { get; }

    /// <summary>The event types this service has a use for, of those it follows; others pass by.</summary>
    public abstract IReadOnlySet<Type> Follows { get; }

    /// <summary>
    /// The states a followed fact touches, with those its reaction sees and changes. Asked again once they are loaded, until it names nothing new.
    /// </summary>
    public abstract IEnumerable<StateKey> Touches(States states, IFundEvent followed);

    /// <summary>Changes the states as the fact, own or followed, says. Facts always book: this never refuses.</summary>
    public abstract void Apply(States states, Recorded recorded);

    /// <summary>What the service decides on its own upon a followed fact, after applying it: its answer to a request, for example.</summary>
    public virtual IReadOnlyList<IFundEvent> React(States states, Recorded followed) => [];
}
