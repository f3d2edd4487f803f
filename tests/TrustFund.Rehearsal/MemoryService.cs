using System.Security.Cryptography;
using System.Text;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Journal.Imports;

namespace TrustFund.Rehearsal;

/// <summary>
/// A service's rules without its servers: the same deciders and the same evolution over states in memory. As in the real journal, a
/// decision sees only the states its <c>Touches</c> names, so forgetting one fails here too; and one that changes a state by itself fails,
/// because the next command of its group would see the change.
/// </summary>
public sealed class MemoryService(string name, Evolution service)
{
    readonly Evolution evolution = Books.Over(name, service);
    readonly Dictionary<StateKey, State> kept = [];
    readonly Stack<(StateKey Key, State? Before)> unflushed = [];
    readonly List<Recorded> journal = [];
    DateTimeOffset now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Lets days go by.</summary>
    public void Wait(int days) => now = now.AddDays(days);

    public string Name => name;

    /// <summary>Whether its facts carry a trace, each one's its own.</summary>
    public bool Traced { get; init; }

    /// <summary>What it recorded.</summary>
    public IReadOnlyList<Recorded> Journal => journal;

    /// <summary>Every state it keeps.</summary>
    public IEnumerable<State> All => kept.Values;

    /// <summary>The state with this id, which must exist.</summary>
    public T Get<T>(string id)
        where T : State => (T)kept[StateKey.Of<T>(id)];

    /// <summary>The state with this id, or null.</summary>
    public T? Find<T>(string id)
        where T : State => (T?)kept.GetValueOrDefault(StateKey.Of<T>(id));

    /// <summary>Decides a command and records its facts; gives the refusal, or null when it was accepted.</summary>
    public Refusal? Execute(Command command, string actor = "fiona", DateOnly? bookedOn = null)
    {
        var asked = command.By(actor, now);
        var states = Load(asked.Touches);
        var decision = asked.Decide(states);
        if (states.Changed.Any())
            throw new InvalidOperationException($"{command.GetType().Name} changes a state while it decides.");
        if (decision.Refusal is not null)
            return decision.Refusal;
        Load(states, _ => LateBooking.Touches(decision.Events));
        if (Books.Refuse(states, decision.Events, bookedOn, now, decision.NotBefore) is { } closed)
            return closed;
        Record(states, decision.Events, actor, fact => Books.DateOfDecided(fact, bookedOn, now));
        _ = asked.Answer(states);
        Keep(states);
        if (decision.Events.Count > 0)
            unflushed.Clear();
        return null;
    }

    /// <summary>Executes a command that must be accepted, and gives its facts.</summary>
    public IReadOnlyList<IFundEvent> Accept(Command command, string actor = "fiona")
    {
        var before = journal.Count;
        if (Execute(command, actor) is { } refusal)
            throw new InvalidOperationException($"{command.GetType().Name} was refused: {refusal.Code}: {refusal.Detail}");
        return [.. journal.Skip(before).Select(recorded => recorded.Event)];
    }

    /// <summary>What the file that was imported last had passed over.</summary>
    public IReadOnlyList<ImportProblem> PassedOver { get; private set; } = [];

    /// <summary>Imports a file as the service would; gives the problems, none when it was recorded or recorded before.</summary>
    public IReadOnlyList<ImportProblem> Import(ImportKind kind, string fund, string csv, string actor = "fiona", DateOnly? bookedOn = null)
    {
        var (unread, found) = (new ImportFindings(), new ImportFindings());
        var bytes = Encoding.UTF8.GetBytes(csv);
        var rows = CsvRows.Read(new MemoryStream(bytes), kind, fund, DateOnly.FromDateTime(now.UtcDateTime), unread, _ => { }).ToList();
        var file = new ImportedFileName(fund, kind.Name, Guid.CreateVersion7().ToString(), $"{kind.Name}.csv", Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var command = new ImportFile(file, kind, rows, name, evolution, bookedOn, DryRun: unread.Problems.Count > 0, found, _ => { });
        if (Execute(command, actor, bookedOn) is { Code: not "import-refused" } refusal)
            throw new InvalidOperationException(refusal.Detail);
        PassedOver = unread.With(found).Notices.First;
        return unread.With(found).Problems.First;
    }

    /// <summary>Applies a fact of a followed source and records what the service decides upon it.</summary>
    public IReadOnlyList<IFundEvent> Follow(Recorded followed)
    {
        if (!evolution.Follows.Contains(followed.Event.GetType()))
            return [];
        var states = Load(held => evolution.Touches(held, followed.Event));
        evolution.Apply(states, followed);
        var reaction = evolution.React(states, followed);
        Load(states, _ => LateBooking.Touches(reaction));
        Record(states, reaction, name, fact => Books.DateOfAnswer(fact, followed, now));
        Keep(states);
        if (reaction.Count > 0)
            unflushed.Clear();
        return reaction;
    }

    /// <summary>Applies a fact as if the source had recorded it just now.</summary>
    public IReadOnlyList<IFundEvent> Follow(string source, IFundEvent fact) =>
        Follow(new Recorded(source, 1, now, "someone", null, fact));

    /// <summary>
    /// Its database dies: what it followed since it last recorded something of its own is gone, for the journal lets nobody wait for the
    /// disk over what the source can tell again.
    /// </summary>
    public void LoseUnflushed()
    {
        while (unflushed.TryPop(out var change))
        {
            if (change.Before is null) kept.Remove(change.Key);
            else kept[change.Key] = change.Before;
        }
    }

    States Load(Func<States, IEnumerable<StateKey>> touches)
    {
        var states = States.Loaded();
        foreach (var (key, state) in kept.Where(pair => pair.Value is ClosedPeriod))
            states.Load(key, state);
        Load(states, touches);
        return states;
    }

    void Load(States states, Func<States, IEnumerable<StateKey>> touches)
    {
        while (touches(states).Where(key => !states.Holds(key)).Distinct().ToList() is { Count: > 0 } missing)
        {
            foreach (var key in missing)
                states.Load(key, kept.GetValueOrDefault(key));
        }
    }

    void Record(States states, IEnumerable<IFundEvent> facts, string actor, Func<IFundEvent, DateOnly>? bookedOn = null)
    {
        foreach (var fact in facts)
        {
            now += TimeSpan.FromSeconds(1);
            var sequence = journal.Count + 1;
            var recorded = new Recorded(name, sequence, now, actor, Traced ? $"00-{name}-{sequence}-01" : null, fact)
            {
                BookedOn = Books.FirstOpen(states, fact.Fund, Books.NotBeforeWhatItReverses(states, fact, bookedOn?.Invoke(fact) ?? Books.DateOf(fact, asked: null, now))),
            };
            journal.Add(recorded);
            evolution.Apply(states, recorded);
        }
    }

    void Keep(States states)
    {
        foreach (var state in states.Changed)
        {
            var key = new StateKey(state.GetType(), state.Id);
            unflushed.Push((key, kept.GetValueOrDefault(key)));
            kept[key] = state;
        }
    }
}
