using System.Text.Json;
using TrustFund.Journal.Imports;

namespace TrustFund.Simulation.Tests.Bus;

/// <summary>A service as a process with a database: its rules, its place in each journal it follows, and its relay's place in its own.</summary>
sealed class Node(string name, Evolution evolution)
{
    readonly Dictionary<string, long> cursors = Followings.Of(name).ToDictionary(following => following.Source, _ => 0L);
    readonly Dictionary<string, long> flushed = Followings.Of(name).ToDictionary(following => following.Source, _ => 0L);
    readonly List<Recorded> wire = [];

    public string Name => name;

    /// <summary>Its rules, with the closing of periods that all services have.</summary>
    public Evolution Evolution { get; } = TrustFund.Journal.Books.Over(name, evolution);

    /// <summary>Gets the facts of each decision as they are recorded here.</summary>
    public Action<Node, IReadOnlyList<Recorded>>? OnRecorded { get; set; }

    /// <summary>Gets each fact of another service as it is applied here, before what follows from it.</summary>
    public Action<Node, Recorded>? OnApplied { get; set; }

    public MemoryService Service { get; } = new(name, evolution) { Traced = true };

    public bool Up { get; private set; } = true;

    /// <summary>Is told when what it heard last is forgotten.</summary>
    public Action<Node>? OnForgotten { get; set; }

    /// <summary>How far its relay has published.</summary>
    public int Published { get; private set; }

    /// <summary>The last sequence it applied, by source.</summary>
    public IReadOnlyDictionary<string, long> Cursors => cursors;

    /// <summary>Its journal as others read it: every fact went over the wire as JSON.</summary>
    public IReadOnlyList<Recorded> Wire
    {
        get
        {
            foreach (var recorded in Service.Journal.Skip(wire.Count))
                wire.Add(recorded with { Event = OverTheWire(recorded.Event) });
            return wire;
        }
    }

    public Refusal? Execute(Command command, string actor, DateOnly? bookedOn = null)
    {
        var before = Service.Journal.Count;
        var refusal = Service.Execute(command, actor, bookedOn);
        if (Service.Journal.Count > before)
            Flush();
        Tell(before);
        return refusal;
    }

    /// <summary>Takes a file in, wholly or not at all; gives its problems.</summary>
    public IReadOnlyList<ImportProblem> Import(ImportKind kind, string fund, string csv, string actor, DateOnly? bookedOn)
    {
        var before = Service.Journal.Count;
        var problems = Service.Import(kind, fund, csv, actor, bookedOn);
        if (Service.Journal.Count > before)
            Flush();
        Tell(before);
        return problems;
    }

    /// <summary>Applies the next fact of a source and moves the cursor with it, in one transaction.</summary>
    public void Apply(Recorded next)
    {
        Assert.Equal(cursors[next.Source] + 1, next.Sequence);
        var before = Service.Journal.Count;
        OnApplied?.Invoke(this, next);
        var own = Service.Follow(next);
        cursors[next.Source] = next.Sequence;
        if (own.Count > 0)
            Flush();
        Tell(before);
    }

    public void Stop() => Up = false;

    public void Start() => Up = true;

    /// <summary>The machine dies: what was not on disk is gone, and the relay does not remember what it published last.</summary>
    public void Crash(int forgotten)
    {
        Up = false;
        Service.LoseUnflushed();
        foreach (var (source, sequence) in flushed)
            cursors[source] = sequence;
        Published = Math.Max(0, Published - forgotten);
        OnForgotten?.Invoke(this);
    }

    /// <summary>What the relay publishes next.</summary>
    public IReadOnlyList<Recorded> Publish(int most)
    {
        Recorded[] next = [.. Wire.Skip(Published).Take(most)];
        Published += next.Length;
        return next;
    }

    /// <summary>A page of its feed, <c>GET /journal?after=</c>.</summary>
    public IEnumerable<Recorded> After(long sequence, int most) => Wire.Skip((int)sequence).Take(most);

    void Tell(int before)
    {
        if (Service.Journal.Count > before)
            OnRecorded?.Invoke(this, [.. Service.Journal.Skip(before)]);
    }

    void Flush()
    {
        foreach (var (source, sequence) in cursors)
            flushed[source] = sequence;
    }

    static IFundEvent OverTheWire(IFundEvent fact)
    {
        var type = EventTypes.Find(EventTypes.NameOf(fact.GetType()))!;
        return (IFundEvent)JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(fact, type, EventJson.Options), type, EventJson.Options)!;
    }
}
