using TrustFund.Events;
using TrustFund.Events.Audit.V1;

namespace TrustFund.Journal;

/// <summary>
/// A service's evolution, with what all services have in common: that files are imported once, that what is booked late is known, and that periods close. A request closes the period at once, whatever
/// else the service is about, and the service answers with the fact that says at which of its entries.
/// </summary>
/// <param name="source">The service's name.</param>
/// <param name="service">Its own evolution.</param>
sealed class PeriodKeeping(string source, Evolution service) : Evolution
{
    public override IReadOnlyList<StateTable> Tables { get; } = [.. service.Tables, StateTable.For<ClosedPeriod>("closed_periods"), StateTable.For<ImportedFile>("imported_files"), StateTable.For<LateBooking>("late_bookings")];

    public override IReadOnlySet<Type> Follows { get; } = service.Follows.Append(typeof(PeriodCloseRequested)).ToHashSet();

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed)
    {
        if (followed is PeriodCloseRequested request)
            yield return StateKey.Of<ClosedPeriod>(request.Fund);
        if (!service.Follows.Contains(followed.GetType()))
            yield break;
        foreach (var key in service.Touches(states, followed))
            yield return key;
    }

    public override void Apply(States states, Recorded recorded)
    {
        if (recorded.Event is PeriodCloseRequested request)
            Close(states, request);
        if (recorded.Source == source)
            LateBooking.Apply(states, recorded);
        // Another service's file is a fact like any other. The service that records requests to close books them as it books its other facts.
        if (recorded.Event is IFileImported file && recorded.Source == source)
            ImportedFile.Apply(states, file);
        else if (recorded.Event is not PeriodCloseRequested || source == Books.Closer)
            service.Apply(states, recorded);
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed)
    {
        IReadOnlyList<IFundEvent> reaction = service.Follows.Contains(followed.Event.GetType()) ? service.React(states, followed) : [];
        return followed.Event is PeriodCloseRequested request && service.ClosePeriod(request.Fund, request.RequestId, request.Through) is { } closed
            ? [.. reaction, closed]
            : reaction;
    }

    protected internal override IFileImported? ImportFile(string fund, string importId, string kind, string fileName, string sha256, int rows) =>
        service.ImportFile(fund, importId, kind, fileName, sha256, rows);

    static void Close(States states, PeriodCloseRequested request)
    {
        if (states.TryFind<ClosedPeriod>(request.Fund, out var closed) && closed.Through >= request.Through)
            return;
        states.Put(new ClosedPeriod { Id = request.Fund, Through = request.Through, RequestId = request.RequestId });
    }
}
