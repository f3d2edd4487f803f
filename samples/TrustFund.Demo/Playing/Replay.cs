using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Demo.Story;

namespace TrustFund.Demo.Playing;

/// <summary>
/// Plays steps through the APIs. Each has a fixed idempotency key, so that a step that was played before gets its first answer again and
/// records nothing, and a run that was interrupted is taken up where it stopped.
/// </summary>
sealed partial class Replay(Api api, TimeProvider clock)
{
    // The number would be raised with a story whose steps differ: a key belongs to one body for ever.
    const string KeyPrefix = "published-story-2/";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    readonly Dictionary<string, string> ids = [];
    readonly HashSet<(string Source, long Sequence)> positions = [];
    readonly Dictionary<(string Follower, string Source), long> arrived = [];

    /// <summary>Steps that recorded something in this run.</summary>
    public int Recorded { get; private set; }

    /// <summary>Steps whose first answer came again.</summary>
    public int Replayed { get; private set; }

    /// <summary>Donors and partners that somebody else had registered.</summary>
    public int FoundThere { get; private set; }

    /// <summary>The facts this story consists of: by them its own are told from whatever else is in the journals.</summary>
    public IReadOnlySet<(string Source, long Sequence)> Positions => positions;

    /// <summary>The ids that steps were answered with, by the steps' keys.</summary>
    public IReadOnlyDictionary<string, string> Ids => ids;

    /// <summary>Plays a step, once what it depends on has arrived where it goes.</summary>
    /// <exception cref="StoppedException">It was refused.</exception>
    public async Task Play(Step step, CancellationToken cancellation)
    {
        await Await(step.To, cancellation);
        var path = Named(step.Path);
        var answer = await api.Send(new(step.As, step.To, step.HttpMethod, path, step.Body?.ToJsonString(), KeyPrefix + step.Key), cancellation);
        if (answer.Problem is not null && answer.Problem == step.Unless)
        {
            FoundThere++;
            return;
        }
        if (!answer.IsSuccess)
            throw new StoppedException(Refused(step, path, answer));
        if (answer.Replayed) Replayed++;
        else Recorded++;
        if (answer.Body.TryGetProperty("id", out var id))
            ids[step.Key] = id.GetString()!;
        if (answer.Position?.Split(':') is [var source, var sequence])
            positions.Add((source, long.Parse(sequence, CultureInfo.InvariantCulture)));
        if (step.Until is not null)
            await Await(step.To, step.Until, cancellation);
    }

    /// <summary>Waits until every service has applied what this story recorded elsewhere.</summary>
    public async Task AwaitAll(CancellationToken cancellation)
    {
        foreach (var service in Platform.Services)
            await Await(service, cancellation);
    }

    async Task Await(string service, CancellationToken cancellation)
    {
        if (!Platform.Followers.TryGetValue(service, out var follower))
            return;
        foreach (var source in follower.Sources)
        {
            var newest = positions.Where(position => position.Source == source).Select(position => position.Sequence).DefaultIfEmpty(0).Max();
            if (newest <= arrived.GetValueOrDefault((service, source)))
                continue;
            // The answer does not matter, and may be that there is no such fund yet: it comes when the facts have been applied.
            await api.Send(new("aude", service, HttpMethod.Get, $"{follower.List}?limit=1&atLeast={source}:{newest}"), cancellation);
            arrived[(service, source)] = newest;
        }
    }

    async Task Await(string service, Condition condition, CancellationToken cancellation)
    {
        var path = Named(condition.Path);
        var started = clock.GetTimestamp();
        while (true)
        {
            var answer = (await api.Get(service, path, cancellation)).GetProperty(condition.Member).GetString();
            if (answer == condition.Is)
                return;
            if (clock.GetElapsedTime(started) > Patience)
                throw new StoppedException($"GET {path} at {service}: {condition.Member} is '{answer}' and does not become '{condition.Is}'.");
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    string Named(string path) => Placeholder().Replace(path, named => ids[named.Groups[1].Value]);

    static string Refused(Step step, string path, Answer answer)
    {
        var advice = answer.Problem switch
        {
            "already-exists" => " Somebody else has recorded it; give the demo data of its own: ./run demo --data DIR",
            "idempotency-key-reused" => " Another version of this demo was played here; give this one data of its own: ./run demo --data DIR",
            _ => "",
        };
        return $"{step.HttpMethod} {path} at {step.To}, step '{step.Key}', was refused with {(int)answer.Status} {answer.Problem}: {answer.Detail}{advice}";
    }

    [GeneratedRegex(@"\{([a-z0-9-]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
