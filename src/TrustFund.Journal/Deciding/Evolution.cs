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

    /// <summary>The service's own fact that says at which of its entries a period was closed; null when it keeps no periods.</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="through">The last closed day.</param>
    protected internal virtual IFundEvent? ClosePeriod(string fund, string requestId, DateOnly through) => null;

    /// <summary>The service's own fact that a file of history was recorded; null when it takes no files in.</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="importId">The import.</param>
    /// <param name="kind">What the rows are.</param>
    /// <param name="fileName">The file's name as it was sent.</param>
    /// <param name="sha256">SHA-256 of the file, hexadecimal.</param>
    /// <param name="rows">How many rows it has.</param>
    protected internal virtual IFileImported? ImportFile(string fund, string importId, string kind, string fileName, string sha256, int rows) => null;
}
