namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// Requests to take a right back: each is answered once by its holder and then concluded once, in the same way and for the same amount, by
/// the one who asked.
/// </summary>
sealed class Escrow
{
    enum Stage
    {
        Asked,
        Granted,
        Refused,
        Completed,
        Rejected,
    }

    readonly Dictionary<string, (Money Amount, Stage Stage)> requests = [];

    public int Open => requests.Values.Count(request => request.Stage is not (Stage.Completed or Stage.Rejected));

    public bool Knows(string id) => requests.ContainsKey(id);

    /// <summary>What was rejected may be asked for again, and nothing else.</summary>
    public void Ask(string id, Money amount)
    {
        Assert.True(!requests.TryGetValue(id, out var before) || before.Stage == Stage.Rejected, $"{id} is asked for twice.");
        requests[id] = (amount, Stage.Asked);
    }

    public void Grant(string id, Money amount) => Move(id, amount, Stage.Asked, Stage.Granted);

    public void Refuse(string id, Money amount, Money largest)
    {
        Assert.True(largest < amount && !largest.IsNegative, $"{id} is refused {amount}, of which {largest} could be released.");
        Move(id, amount, Stage.Asked, Stage.Refused);
    }

    public void Complete(string id, Money amount) => Move(id, amount, Stage.Granted, Stage.Completed);

    public void Reject(string id, Money amount) => Move(id, amount, Stage.Refused, Stage.Rejected);

    void Move(string id, Money amount, Stage from, Stage to)
    {
        Assert.Equal((amount, from), requests[id]);
        requests[id] = (amount, to);
    }
}
