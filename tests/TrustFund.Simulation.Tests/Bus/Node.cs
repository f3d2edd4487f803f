using System.Text.Json;

namespace TrustFund.Simulation.Tests.Bus;

/// <summary>A service as a process with a database: its rules, its place in each journal it follows, and its relay's place in its own.</summary>
sealed class Node(string name, Evolution evolution)
{
    readonly Dictionary<string, long> cursors = Followings.Of(name).ToDictionary(following => following.Source, _ => 0L);
    readonly Dictionary<string, long> flushed = Followings.Of(name).ToDictionary(following => following.Source, _ => 0L);
    readonly List<Recorded> wire = [];

    public string Name => name;

    public Evolution Evolution => evolution;

    public MemoryService Service { get; } = new(name, evolution) { Traced = true };

    public bool Up { get; private set; } = true;

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

    public Refusal? Execute(Command command, string actor)
    {
        var refusal = Service.Execute(command, actor);
        if (refusal is null)
            Flush();
        return refusal;
    }

    /// <summary>Applies the next fact of a source and moves the cursor with it, in one transaction.</summary>
    public void Apply(Recorded next)
    {
        Assert.Equal(cursors[next.Source] + 1, next.Sequence);
        var own = Service.Follow(next);
        cursors[next.Source] = next.Sequence;
        if (own.Count > 0)
            Flush();
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
