using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TrustFund.Journal.Reporting;

/// <summary>Where a source's journal stands, as the source itself says.</summary>
/// <param name="Source">The service.</param>
/// <param name="Sequence">Its last entry.</param>
/// <param name="CompleteThrough">Everything it recorded before this moment is at or below that entry.</param>
public sealed record SourceHead(string Source, long Sequence, DateTimeOffset CompleteThrough);

/// <summary>Asks sources how far they are, by the HTTP clients of their names. A report is complete when as much is applied.</summary>
public sealed partial class SourceHeads(IHttpClientFactory clients, IReadOnlyList<string> sources, TimeProvider clock, ILogger<SourceHeads> log)
{
    // A report does not wait for a source that is away: it is provisional then, and says so.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly ConcurrentDictionary<string, SourceHead> heard = new();

    /// <summary>What the sources say now, and for one that does not answer what it said last, if anything.</summary>
    public async Task<IReadOnlyDictionary<string, (SourceHead? Last, bool Answered)>> Ask(CancellationToken cancellation)
    {
        var asked = await Task.WhenAll(sources.Select(async source => (source, await Ask(source, cancellation))));
        return asked.ToDictionary(
            answer => answer.source,
            answer => (answer.Item2 ?? heard.GetValueOrDefault(answer.source), answer.Item2 is not null));
    }

    async Task<SourceHead?> Ask(string source, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var client = clients.CreateClient(source);
            var head = await client.GetFromJsonAsync<SourceHead>(new Uri("/journal/head", UriKind.Relative), JsonSerializerOptions.Web, patience.Token);
            return head is null ? null : heard[source] = head;
        }
        // A client's resilience and sign-in have exceptions of their own, for a source or an issuer that is away.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogAway(source, failure.Message, clock.GetUtcNow());
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Source} did not say at {Now} where its journal stands: {Reason}")]
    partial void LogAway(string source, string reason, DateTimeOffset now);
}

/// <summary>Gives a service what asks its sources how far they are.</summary>
public static class SourceHeadsHosting
{
    /// <summary>Adds <see cref="SourceHeads"/> of these sources; the HTTP clients named after them are the caller's to add.</summary>
    public static IServiceCollection AddSourceHeads(this IServiceCollection services, params IReadOnlyList<string> sources) =>
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SourceHeads>(provider, sources));
}
