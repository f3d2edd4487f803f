using System.Diagnostics;
using TrustFund.Journal.Http;

namespace TrustFund.Journal.Writing;

/// <summary>Something that waits to be written: a person's command, or facts of a followed source.</summary>
abstract class Work(TimeSpan patience)
{
    readonly long enqueuedAt = Stopwatch.GetTimestamp();

    /// <summary>Where it came from, so that its commit joins the same trace though a group's ambient activity is none.</summary>
    public ActivityContext Origin { get; } = Activity.Current?.Context ?? default;

    public bool IsOverdue => Stopwatch.GetElapsedTime(enqueuedAt) > patience;

    public abstract IEnumerable<StateKey> Touches(States states, Evolution evolution);

    /// <summary>Tells who waits that it is written; called after the commit.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

sealed class CommandWork : Work
{
    // Continuations must not run on the writer's own loop.
    readonly TaskCompletionSource<Outcome> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Outcome? outcome;

    public CommandWork(Command command, Caller caller)
        : base(TimeSpan.FromSeconds(15))
    {
        // Touches may depend on who asks, as the decision may.
        Command = command.By(caller.Actor, default);
        Caller = caller;
        // A command without a key of its own gets one, so that a retry after a lost connection finds whether it was committed.
        Claim = new(caller.Actor, caller.Route, caller.Key ?? $"once:{Guid.CreateVersion7()}");
    }

    public Command Command { get; }

    public Caller Caller { get; }

    public ClaimKey Claim { get; }

    public Task<Outcome> Outcome => completion.Task;

    public override IEnumerable<StateKey> Touches(States states, Evolution evolution) =>
        Command.Versioned is { } versioned ? Command.Touches(states).Append(versioned) : Command.Touches(states);

    /// <summary>Whether an attempt of this very work was answered before its commit was lost from sight: its claim is then its own.</summary>
    public bool WasAnswered => outcome is { Answer: not null, Replayed: false };

    public void Decided(Outcome decided) => outcome = decided;

    public override void Complete() => completion.TrySetResult(outcome!);

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}

/// <summary>Facts of one source, in order of sequence.</summary>
sealed class FollowWork(string source, IReadOnlyList<CloudEvent> events) : Work(TimeSpan.Zero)
{
    readonly TaskCompletionSource<long> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Source => source;

    public IReadOnlyList<CloudEvent> Events => events;

    /// <summary>The source's last applied sequence, as it is after this work.</summary>
    public long AppliedUpTo { get; set; }

    public Task<long> Applied => completion.Task;

    public override IEnumerable<StateKey> Touches(States states, Evolution evolution) =>
        events.Where(e => e.IsOf(evolution)).SelectMany(e => evolution.Touches(states, e.Fact));

    public override void Complete() => completion.TrySetResult(AppliedUpTo);

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}

/// <summary>A fact that was put aside, to be applied after all.</summary>
sealed class ReplayWork(CloudEvent putAside) : Work(TimeSpan.FromSeconds(15))
{
    readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CloudEvent PutAside => putAside;

    public Task Applied => completion.Task;

    public override IEnumerable<StateKey> Touches(States states, Evolution evolution) =>
        putAside.IsOf(evolution) || !putAside.IsKnown ? evolution.Touches(states, putAside.Fact) : [];

    public override void Complete() => completion.TrySetResult();

    public override void Fail(Exception exception) => completion.TrySetException(exception);
}

readonly record struct ClaimKey(string Caller, string Route, string Key);

sealed record Claim(ClaimKey Key, byte[] RequestHash, StoredAnswer Answer);
