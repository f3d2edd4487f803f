using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>The journal's spans and metrics. One vocabulary of attributes for money, whatever the event's own property is called.</summary>
static class JournalTelemetry
{
    public const string Name = "TrustFund.Journal";

    static readonly ActivitySource Spans = new(Name);
    static readonly Meter Meter = new(Name);
    static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>("trustfund.journal.group.size", "{command}", "Works written in one transaction.");
    static readonly Counter<long> Entries = Meter.CreateCounter<long>("trustfund.journal.entries", "{entry}", "Entries recorded.");
    static readonly ConcurrentDictionary<Type, (string Attribute, PropertyInfo Property)[]> Described = new();

    static readonly Dictionary<string, string> Attributes = new()
    {
        ["PledgeId"] = "trustfund.pledge.id",
        ["ContractId"] = "trustfund.contract.id",
        ["ActionId"] = "trustfund.action.id",
        ["DisbursementId"] = "trustfund.disbursement.id",
        ["Amount"] = "trustfund.amount",
        ["By"] = "trustfund.amount",
    };

    public static void Wrote(int works, int entries)
    {
        GroupSize.Record(works);
        Entries.Add(entries);
    }

    /// <summary>The commit span of one command, in the trace of its request. It is never ambient: the group's statements belong to no single command.</summary>
    public static Activity? StartCommit(string command, ActivityContext origin, List<Activity> spans) =>
        Start($"record {command}", ActivityKind.Internal, origin, spans);

    public static Activity? StartApply(CloudEvent followed, List<Activity> spans)
    {
        ActivityContext.TryParse(followed.TraceParent, null, isRemote: true, out var origin);
        return Start($"apply {followed.Type}", ActivityKind.Consumer, origin, spans);
    }

    /// <summary>A span for each entry that goes to the broker, in the trace of its commit; they end together when all are confirmed.</summary>
    public static IDisposable? StartPublish(IReadOnlyList<Relaying.Outgoing> entries)
    {
        if (!Spans.HasListeners()) return null;
        var spans = new List<Activity>();
        foreach (var entry in entries)
        {
            if (ActivityContext.TryParse(entry.TraceParent, null, isRemote: true, out var commit))
                Start($"publish {entry.Type}", ActivityKind.Producer, commit, spans);
        }
        return new Ending(spans);
    }

    public static void Refused(Activity? span, Refusal refusal)
    {
        span?.SetTag("trustfund.refusal", refusal.Code);
        span?.SetStatus(ActivityStatusCode.Error, refusal.Code);
    }

    public static void Link(Activity? span, IEnumerable<string> traceParents)
    {
        if (span is null) return;
        foreach (var traceParent in traceParents)
        {
            if (ActivityContext.TryParse(traceParent, null, isRemote: true, out var earlier))
                span.AddLink(new(earlier));
        }
    }

    public static void Describe(Activity? span, IFundEvent fact, string actor)
    {
        if (span is null) return;
        span.SetTag("trustfund.fund", fact.Fund);
        span.SetTag("trustfund.actor", actor);
        foreach (var (attribute, property) in Described.GetOrAdd(fact.GetType(), Properties))
        {
            if (property.GetValue(fact) is Money money)
            {
                span.SetTag(attribute, money.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture));
                span.SetTag("trustfund.currency", money.Currency.Code);
            }
            else
            {
                span.SetTag(attribute, property.GetValue(fact));
            }
        }
    }

    static Activity? Start(string name, ActivityKind kind, ActivityContext origin, List<Activity> spans)
    {
        var span = Spans.StartActivity(name, kind, origin);
        Activity.Current = null;
        if (span is not null) spans.Add(span);
        return span;
    }

    sealed class Ending(List<Activity> spans) : IDisposable
    {
        public void Dispose() => spans.ForEach(span => span.Dispose());
    }

    static (string, PropertyInfo)[] Properties(Type type) =>
        [.. type.GetProperties().Where(property => Attributes.ContainsKey(property.Name)).Select(property => (Attributes[property.Name], property))];
}
