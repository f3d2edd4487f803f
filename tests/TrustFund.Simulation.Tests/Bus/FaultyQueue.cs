namespace TrustFund.Simulation.Tests.Bus;

/// <summary>What may happen to a message on its way.</summary>
enum Fault
{
    None,
    Lost,
    Twice,
    OutOfOrder,
}

/// <summary>The queue of one following. Messages may be lost, come twice or overtake each other; nobody may rely on it for more than speed.</summary>
sealed class FaultyQueue
{
    readonly List<Recorded> messages = [];

    public int Count => messages.Count;

    public void Publish(Recorded message, Fault fault, int place)
    {
        if (fault == Fault.Lost)
            return;
        messages.Insert(fault == Fault.OutOfOrder ? place % (messages.Count + 1) : messages.Count, message);
        if (fault == Fault.Twice)
            messages.Insert(place % (messages.Count + 1), message);
    }

    /// <summary>Takes some messages out, from somewhere: those before them are delayed.</summary>
    public List<Recorded> Take(int from, int most)
    {
        var start = messages.Count == 0 ? 0 : from % messages.Count;
        var taken = messages.GetRange(start, Math.Min(most, messages.Count - start));
        messages.RemoveRange(start, taken.Count);
        return taken;
    }

    /// <summary>Messages that were not acknowledged come again.</summary>
    public void GiveBack(IEnumerable<Recorded> unacknowledged) => messages.InsertRange(0, unacknowledged);

    /// <summary>The queue is deleted behind the platform's back.</summary>
    public void Lose() => messages.Clear();
}
