using System.Diagnostics.CodeAnalysis;

namespace TrustFund.Journal;

/// <summary>
/// The states a decision sees and its events change: those that were loaded for a group of commands, or, in a rehearsal and in
/// <c>verify</c>, everything there is. Not safe for use by several threads at once.
/// </summary>
public sealed class States
{
    readonly Dictionary<StateKey, State?> held = [];
    readonly HashSet<StateKey> changed = [];
    readonly bool complete;

    States(bool complete) => this.complete = complete;

    /// <summary>Holds everything there is, starting from nothing: what is not held does not exist.</summary>
    public static States Everything() => new(complete: true);

    /// <summary>Holds only what is loaded into it: to ask for anything else is an error of the asking code.</summary>
    public static States Loaded() => new(complete: false);

    /// <summary>Every state held that exists.</summary>
    public IEnumerable<State> All => held.Values.OfType<State>();

    /// <summary>The states written since they were loaded.</summary>
    public IEnumerable<State> Changed => changed.Select(key => held[key]!);

    /// <summary>Whether this key was loaded, be it with a state or as known to be absent.</summary>
    public bool Holds(StateKey key) => complete || held.ContainsKey(key);

    /// <summary>The state with this id, or null when there is none.</summary>
    /// <exception cref="InvalidOperationException">It was not loaded: the command's or the evolution's <c>Touches</c> must name it.</exception>
    public T? Find<T>(string id)
        where T : State => (T?)Find(StateKey.Of<T>(id));

    /// <summary>The state under this key, or null when there is none.</summary>
    /// <exception cref="InvalidOperationException">It was not loaded: the command's or the evolution's <c>Touches</c> must name it.</exception>
    public State? Find(StateKey key)
    {
        if (held.TryGetValue(key, out var state) || complete)
            return state;
        throw new InvalidOperationException($"{key.Kind.Name} '{key.Id}' was not loaded; Touches must name it.");
    }

    /// <summary>The state with this id, which must exist.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it was not loaded.</exception>
    public T Get<T>(string id)
        where T : State => Find<T>(id) ?? throw new InvalidOperationException($"There is no {typeof(T).Name} '{id}'.");

    /// <summary>Whether a state with this id exists, giving it.</summary>
    /// <exception cref="InvalidOperationException">It was not loaded.</exception>
    public bool TryFind<T>(string id, [NotNullWhen(true)] out T? state)
        where T : State => (state = Find<T>(id)) is not null;

    /// <summary>Writes a state, new or changed; its version counts up.</summary>
    public void Put<T>(T state)
        where T : State
    {
        var key = new StateKey(state.GetType(), state.Id);
        var before = Find(key)?.Version ?? 0;
        held[key] = state with { Version = before + 1 };
        changed.Add(key);
    }

    /// <summary>Changes the state with this id, which must exist.</summary>
    public void Change<T>(string id, Func<T, T> change)
        where T : State => Put(change(Get<T>(id)));

    /// <summary>The same, apart: what is written to the copy is not written here.</summary>
    public States Copy()
    {
        var copy = new States(complete);
        foreach (var (key, state) in held)
            copy.held[key] = state;
        return copy;
    }

    /// <summary>Holds a state as it is kept, or the knowledge that there is none, without counting as a change.</summary>
    public void Load(StateKey key, State? state) => held[key] = state;
}
