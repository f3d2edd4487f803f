using System.Text.Json;
using TrustFund.Simulation.Tests.Bus;
using TrustFund.Simulation.Tests.Checks;
using TrustFund.Simulation.Tests.Officers;
using Books = TrustFund.Simulation.Tests.Checks.Books;

namespace TrustFund.Simulation.Tests;

/// <summary>Plays steps against the five services on a faulty bus and checks everything after each of them.</summary>
sealed class Simulation
{
    /// <summary>After how many steps the journals are folded anew; at every step it would take too long.</summary>
    const int StepsBetweenFolds = 60;

    readonly HashSet<Node> changed = [];
    readonly Dictionary<string, int> ids = [];
    int played;

    /// <param name="tell">Gets a line about each thing that happens, for a person who looks at a failure.</param>
    public Simulation(Action<string>? tell = null)
    {
        foreach (var node in World.Nodes)
        {
            node.OnRecorded = Record;
            node.OnApplied = (follower, followed) =>
            {
                changed.Add(follower);
                Books.Hear(follower, followed);
            };
            node.OnForgotten = crashed =>
            {
                changed.Add(crashed);
                Books.Forget(World, crashed);
            };
        }
        foreach (var command in BegunFund.Beginning.InPledges)
            Do(World.Pledges, command);
        World.Settle(Check);
        foreach (var command in BegunFund.Beginning.InContracts)
            Do(World.Contracts, command);
        foreach (var (actor, command) in BegunFund.Beginning.InDisbursements)
            Do(World.Disbursements, command, actor);
        Tell = tell;
    }

    public World World { get; } = new();

    public Books Books { get; } = new();

    public List<string> RefusalCodes { get; } = [];

    Action<string>? Tell { get; }

    public void Play(Step step)
    {
        if (step.What >= Happening.Relay) Happen(step);
        else if (step.What == Happening.ImportFile) Import(ImportDesk.File(new(World, step, NextId)));
        else if (Desks.Order(new(World, step, NextId)) is { } order && order.Service.Up) Obey(order, asksForNoDay: order.IsClock || step.Third % 9 == 0);
        foreach (var node in World.Nodes)
            Check(node);
        if (++played % StepsBetweenFolds == 0)
            Folding.MustGiveTheRows(World, World.Nodes[played / StepsBetweenFolds % World.Nodes.Count]);
    }

    /// <summary>A command that must be accepted.</summary>
    public void Do(Node service, Command command, string actor = "p0")
    {
        Obey(new(service, command, actor, Outcome.Accepted));
        Check(service);
    }

    /// <summary>A command that may be refused; null when it is accepted.</summary>
    public Refusal? Ask(Node service, Command command, string actor = "p0", DateOnly? bookedOn = null)
    {
        var refusal = service.Execute(command, actor, bookedOn);
        Check(service);
        return refusal;
    }

    /// <summary>All that the source has recorded is published, and the follower hears it; its other followers' queues keep it.</summary>
    public void Hear(Node follower, Node source)
    {
        World.Relay(source, int.MaxValue, (_, _) => Fault.None);
        World.Deliver(new(follower.Name, source.Name), 0, int.MaxValue, 100);
        Check(follower);
    }

    /// <summary>Whatever is under way arrives; then all must agree, and the journals must give the rows.</summary>
    public void Settle()
    {
        Tell?.Invoke("everything settles");
        World.Settle(Check);
        foreach (var node in World.Nodes)
        {
            changed.Add(node);
            Check(node);
            Folding.MustGiveTheRows(World, node);
        }
        Agreement.MustBeReached(World, Books);
    }

    /// <summary>Compares a service's rows with the books, if anything has changed since the last time.</summary>
    public void Check(Node node)
    {
        Books.MustBalance();
        if (changed.Remove(node))
            Rows.MustFit(node, Books);
    }

    void Record(Node node, IReadOnlyList<Recorded> decision)
    {
        changed.Add(node);
        foreach (var recorded in decision)
            Tell?.Invoke($"  {node.Name}:{recorded.Sequence} {recorded.Event.GetType().Name} {JsonSerializer.Serialize<object>(recorded.Event, EventJson.Options)}");
        Books.Record(node, decision);
    }

    string NextId(string kind)
    {
        ids[kind] = ids.GetValueOrDefault(kind) + 1;
        return $"{kind}-{ids[kind]}";
    }

    void Obey(Order order, bool asksForNoDay = false)
    {
        var before = order.Service.Service.Journal.Count;
        var refusal = order.Service.Execute(order.Command, order.Actor);
        // What the books of that day cannot hold people book on the day that they are told, unless they forget to say so; the clock never forgets.
        var bookedOn = order.IsClock || !asksForNoDay ? DayToAskFor(refusal) : null;
        if (bookedOn is not null)
        {
            refusal = order.Service.Execute(order.Command, order.Actor, bookedOn);
            Assert.False(refusal is { Field: "bookedOn" }, $"The day that a refusal named is refused, {refusal}: {order.Command}");
        }
        Tell?.Invoke($"{order.Actor} {Short(order.Command)} booked on {bookedOn}: {refusal?.Code ?? "accepted"}");
        if (refusal is not { Field: "bookedOn" } && !order.Outcome.Fits(refusal))
            Assert.Fail($"It should be {order.Outcome} and is {refusal?.ToString() ?? "accepted"}: {order.Command}");
        if (refusal is null)
            return;
        RefusalCodes.Add(refusal.Code);
        Assert.Equal(before, order.Service.Service.Journal.Count);
    }

    /// <summary>A file is taken in wholly or not at all; taken in again it changes nothing.</summary>
    void Import(ImportedText? file)
    {
        if (file is null || !file.Service.Up)
            return;
        var (service, before) = (file.Service, file.Service.Service.Journal.Count);
        DateOnly? bookedOn = null;
        var problems = service.Import(file.Kind, file.Fund, file.Csv, file.Actor, bookedOn);
        if (problems.Count > 0)
            problems = service.Import(file.Kind, file.Fund, file.Csv, file.Actor, bookedOn = Books.Periods.OpenFrom(service.Name));
        Tell?.Invoke($"{file.Actor} imports {file.Kind.Name}: {problems.Count} problems\n{file.Csv}");
        Assert.Equal(problems.Count == 0, service.Service.Journal.Count > before);
        Assert.True(problems.Count > 0 || !file.Flawed, "A file with a flaw is taken in.");
        var after = service.Service.Journal.Count;
        if (problems.Count == 0)
            Assert.Empty(service.Import(file.Kind, file.Fund, file.Csv, file.Actor, bookedOn));
        Assert.Equal(after, service.Service.Journal.Count);
    }

    /// <summary>The day that a refusal says can be asked for.</summary>
    static DateOnly? DayToAskFor(Refusal? refusal)
    {
        const string Asks = "?bookedOn=";
        return refusal is { Field: "bookedOn" } && refusal.Detail.IndexOf(Asks, StringComparison.Ordinal) is >= 0 and var at
            ? DateOnly.ParseExact(refusal.Detail.AsSpan(at + Asks.Length, 10), "yyyy-MM-dd")
            : null;
    }

    /// <summary>The command without what all commands have.</summary>
    static string Short(Command command)
    {
        var told = command.ToString();
        var fund = told.IndexOf("Fund = ", StringComparison.Ordinal);
        return fund < 0 ? told : $"{command.GetType().Name} {{ {told[fund..]}";
    }

    void Happen(Step step)
    {
        var following = Followings.All[step.Which % Followings.All.Count];
        var node = World.Nodes[step.Which % World.Nodes.Count];
        Tell?.Invoke($"{step.What} {(step.What is Happening.Deliver or Happening.CatchUp or Happening.LoseQueue ? following : node.Name)}");
        switch (step.What)
        {
            case Happening.Relay: World.Relay(node, 1 + (step.Other % 12), (on, message) => FaultOf(step, on, message), step.Third); break;
            case Happening.Deliver:
                World.Deliver(following, step.Third % 7 == 0 ? step.Other : 0, 1 + (step.Other % 10), 1 + (step.Third % 5), acknowledged: step.Third % 11 > 0);
                break;
            case Happening.CatchUp: World.CatchUp(following, 1 + (step.Other % 20)); break;
            case Happening.LoseQueue: World.LoseQueue(following); break;
            case Happening.Stop: node.Stop(); break;
            case Happening.Start: World.Nodes.Where(other => !other.Up).Take(1 + (step.Other % 4)).ToList().ForEach(other => other.Start()); break;
            case Happening.Crash: node.Crash(forgotten: step.Other % 5); break;
            default: throw new ArgumentOutOfRangeException(nameof(step), step.What, null);
        }
    }

    /// <summary>Two messages in three get through as they should; each queue has its own luck.</summary>
    static Fault FaultOf(Step step, Following following, Recorded message) =>
        ((step.Units + (7 * message.Sequence) + (following.Queue.Length * step.Third)) % 12) switch
        {
            0 => Fault.Lost,
            1 or 2 => Fault.Twice,
            3 => Fault.OutOfOrder,
            _ => Fault.None,
        };
}
