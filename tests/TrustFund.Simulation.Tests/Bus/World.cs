using TrustFund.Audit;
using TrustFund.Contracts;
using TrustFund.Disbursements;
using TrustFund.Leverage;
using TrustFund.Pledges;

namespace TrustFund.Simulation.Tests.Bus;

/// <summary>The five services with the bus between them, who follow each other as the platform's table of followings says.</summary>
sealed class World
{
    readonly Dictionary<Following, FaultyQueue> queues = Followings.All.ToDictionary(following => following, _ => new FaultyQueue());

    public World() => Nodes = [Pledges, Contracts, Disbursements, Leverage, Audit];

    public Node Pledges { get; } = new("pledges", new PledgesEvolution());

    public Node Contracts { get; } = new("contracts", new ContractsEvolution());

    public Node Disbursements { get; } = new("disbursements", new DisbursementsEvolution());

    public Node Leverage { get; } = new("leverage", new LeverageEvolution());

    public Node Audit { get; } = new("audit", new AuditEvolution());

    public IReadOnlyList<Node> Nodes { get; }

    public Node this[string name] => Nodes.Single(node => node.Name == name);

    public FaultyQueue Queue(string follower, string source) => queues[new(follower, source)];

    /// <summary>The source's relay publishes; each of its followers' queues may mistreat the message in its own way.</summary>
    public void Relay(Node source, int most, Func<Following, Recorded, Fault> faultOf, int place = 0)
    {
        if (!source.Up)
            return;
        foreach (var message in source.Publish(most))
        {
            foreach (var following in Followings.From(source.Name))
                queues[following].Publish(message, faultOf(following, message), place);
        }
    }

    /// <summary>The broker brings some messages; when the acknowledgement is lost they come again.</summary>
    public void Deliver(Following following, int from, int most, int page, bool acknowledged = true)
    {
        var follower = this[following.Follower];
        if (!follower.Up)
            return;
        var messages = queues[following].Take(from, most);
        var taken = Take(follower, this[following.Source], messages, page);
        if (!taken || !acknowledged)
            queues[following].GiveBack(messages);
    }

    /// <summary>The follower asks the feed whether the broker's silence is the truth; true when there was something.</summary>
    public bool CatchUp(Following following, int page)
    {
        var (follower, source) = (this[following.Follower], this[following.Source]);
        return follower.Up && source.Up && ApplyNextPage(follower, source, page);
    }

    /// <summary>A following's queue is deleted with all that is in it.</summary>
    public void LoseQueue(Following following) => queues[following].Lose();

    /// <summary>Everybody is up, the bus works again, and whatever is said is heard: nothing is left to do.</summary>
    public void Settle(Action<Node> after)
    {
        foreach (var node in Nodes)
            node.Start();
        bool moved;
        do
        {
            moved = false;
            foreach (var source in Nodes)
                Relay(source, int.MaxValue, (_, _) => Fault.None);
            foreach (var following in Followings.All)
            {
                Deliver(following, 0, int.MaxValue, 100);
                moved |= CatchUp(following, 100);
                after(this[following.Follower]);
            }
            moved |= Nodes.Any(source => source.Published < source.Service.Journal.Count) || queues.Values.Any(queue => queue.Count > 0);
        }
        while (moved);
    }

    /// <summary>
    /// As the journal's follower does it: at or below the cursor is a duplicate, the next one is applied, a gap is read from the source's
    /// feed. False when the source is away and the messages must wait.
    /// </summary>
    static bool Take(Node follower, Node source, IEnumerable<Recorded> messages, int page)
    {
        foreach (var message in messages.OrderBy(message => message.Sequence))
        {
            while (message.Sequence > follower.Cursors[source.Name] + 1)
            {
                if (!source.Up)
                    return false;
                Assert.True(ApplyNextPage(follower, source, page), "The source must have what came before what it published.");
            }
            if (message.Sequence == follower.Cursors[source.Name] + 1)
                follower.Apply(message);
        }
        return true;
    }

    static bool ApplyNextPage(Node follower, Node source, int page)
    {
        var found = false;
        foreach (var entry in source.After(follower.Cursors[source.Name], page))
        {
            follower.Apply(entry);
            found = true;
        }
        return found;
    }
}
