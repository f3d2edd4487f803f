using System.Text.Json;
using TrustFund.Simulation.Tests.Bus;
using TrustFund.Simulation.Tests.Checks;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests;

/// <summary>Plays steps against the four services on a faulty bus and checks everything after each of them.</summary>
sealed class Simulation
{
    /// <summary>After how many steps the journals are folded anew; at every step it would take too long.</summary>
    const int StepsBetweenFolds = 60;

    readonly Dictionary<Node, int> booked = [];
    readonly Dictionary<string, int> ids = [];
    int played;

    /// <param name="tell">Gets a line about each thing that happens, for a person who looks at a failure.</param>
    public Simulation(Action<string>? tell = null)
    {
        foreach (var command in BegunFund.Beginning.InPledges)
            Do(World.Pledges, command);
        World.Settle(Check);
        foreach (var command in BegunFund.Beginning.InContracts)
            Do(World.Contracts, command);
        Tell = tell;
    }

    public World World { get; } = new();

    public Books Books { get; } = new();

    public List<string> RefusalCodes { get; } = [];

    Action<string>? Tell { get; }

    public void Play(Step step)
    {
        if (step.What >= Happening.Relay) Happen(step);
        else if (Desks.Order(new(World, step, NextId)) is { } order && order.Service.Up) Obey(order);
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
    public Refusal? Ask(Node service, Command command, string actor = "p0")
    {
        var refusal = service.Execute(command, actor);
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
            Check(node);
            Folding.MustGiveTheRows(World, node);
        }
        Agreement.MustBeReached(World, Books);
    }

    /// <summary>Books what the service recorded and compares its rows.</summary>
    public void Check(Node node)
    {
        var before = booked.GetValueOrDefault(node);
        foreach (var recorded in node.Service.Journal.Skip(before))
        {
            Tell?.Invoke($"  {node.Name}:{recorded.Sequence} {recorded.Event.GetType().Name} {JsonSerializer.Serialize<object>(recorded.Event, EventJson.Options)}");
            Books.Enter(recorded);
        }
        booked[node] = node.Service.Journal.Count;
        Rows.MustFit(node, Books);
    }

    string NextId(string kind)
    {
        ids[kind] = ids.GetValueOrDefault(kind) + 1;
        return $"{kind}-{ids[kind]}";
    }

    void Obey(Order order)
    {
        var before = order.Service.Service.Journal.Count;
        var refusal = order.Service.Execute(order.Command, order.Actor);
        Tell?.Invoke($"{order.Actor} {order.Command}: {refusal?.Code ?? "accepted"}");
        if (!order.Outcome.Fits(refusal))
            Assert.Fail($"It should be {order.Outcome} and is {refusal?.ToString() ?? "accepted"}: {order.Command}");
        if (refusal is null)
            return;
        RefusalCodes.Add(refusal.Code);
        Assert.Equal(before, order.Service.Service.Journal.Count);
    }

    void Happen(Step step)
    {
        var following = Followings.All[step.Which % Followings.All.Count];
        // Nobody follows Leverage: its relay has nothing to do.
        var node = World.Nodes[step.Which % (step.What == Happening.Relay ? 3 : World.Nodes.Count)];
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
