using System.Globalization;
using System.Text.Json;
using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Books;

/// <summary>An entry of a service's journal, as its public feed gives it: a CloudEvent.</summary>
/// <param name="Source">The service that recorded it.</param>
/// <param name="Sequence">Its place in that service's journal.</param>
/// <param name="Type">What happened, such as <c>pledges.PledgeCertified.v1</c>.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ValueDate">The day it counts from; null for what moves no money.</param>
/// <param name="Trace">Id of the trace it belongs to, from the request to whatever it led to elsewhere; null when nothing was traced.</param>
/// <param name="Data">What the event says.</param>
sealed record Entry(string Source, long Sequence, string Type, string Fund, DateOnly? ValueDate, string? Trace, JsonElement Data);

/// <summary>The services' journals, read from their public feeds by an integrator; what concerns other funds is passed over.</summary>
sealed class Journals(Api api, IReadOnlySet<string> funds)
{
    const string Integrator = "ines";
    const int PageSize = 1000;

    readonly SortedDictionary<string, long> heads = new(Platform.Services.ToDictionary(service => service, _ => 0L));
    readonly List<Entry> entries = [];

    /// <summary>The last sequence read of each journal.</summary>
    public IReadOnlyDictionary<string, long> Heads() => new SortedDictionary<string, long>(heads);

    /// <summary>The entries at these positions with all that came of them in any service, and apart from those what somebody else has recorded about the same funds.</summary>
    public (IReadOnlyList<Entry> Ours, IReadOnlyList<Entry> Besides) Split(IReadOnlySet<(string Source, long Sequence)> positions)
    {
        // An answer names the last entry of its command. Whatever else the command recorded, and what services recorded in turn, is in its trace.
        var traces = entries.Where(IsAnswered).Select(entry => entry.Trace).OfType<string>().ToHashSet();
        var ours = entries.ToLookup(entry => IsAnswered(entry) || (entry.Trace is not null && traces.Contains(entry.Trace)));
        return ([.. ours[true]], [.. ours[false]]);

        bool IsAnswered(Entry entry) => positions.Contains((entry.Source, entry.Sequence));
    }

    /// <summary>Reads whatever has been recorded since the last time.</summary>
    public async Task ReadOn(CancellationToken cancellation)
    {
        foreach (var service in Platform.Services)
        {
            int read;
            do
            {
                var page = await api.Send(new(Integrator, service, HttpMethod.Get, $"/journal?after={heads[service]}&limit={PageSize}"), cancellation);
                if (!page.IsSuccess)
                    throw new StoppedException($"The journal of '{service}' cannot be read: {(int)page.Status} {page.Detail}");
                read = page.Body.GetArrayLength();
                entries.AddRange(page.Body.EnumerateArray().Select(EntryOf).Where(entry => funds.Contains(entry.Fund)));
                heads[service] += read;
            }
            while (read == PageSize);
        }
    }

    static Entry EntryOf(JsonElement cloudEvent) => new(
        cloudEvent.GetProperty("source").GetString()!,
        long.Parse(cloudEvent.GetProperty("sequence").GetString()!, CultureInfo.InvariantCulture),
        cloudEvent.GetProperty("type").GetString()!,
        cloudEvent.GetProperty("fund").GetString()!,
        cloudEvent.TryGetProperty("valuedate", out var date) ? DateOnly.Parse(date.GetString()!, CultureInfo.InvariantCulture) : null,
        cloudEvent.TryGetProperty("traceparent", out var parent) ? parent.GetString()!.Split('-')[1] : null,
        cloudEvent.GetProperty("data"));
}
