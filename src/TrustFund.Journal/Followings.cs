namespace TrustFund.Journal;

/// <summary>That one service follows another's journal.</summary>
/// <param name="Follower">The service that follows.</param>
/// <param name="Source">The service whose facts it needs.</param>
public sealed record Following(string Follower, string Source)
{
    /// <summary>The queue, and the exchange MassTransit binds to it: <c>contracts.pledges</c>.</summary>
    public string Queue => $"{Follower}.{Source}";
}

/// <summary>Who follows whom: the platform's own queues. Followers outside it bind queues of their own.</summary>
public static class Followings
{
    /// <summary>Every service of the platform that keeps a journal.</summary>
    public static IReadOnlyList<string> Services { get; } = ["pledges", "contracts", "disbursements", "leverage", "audit"];

    /// <summary>The whole table.</summary>
    public static IReadOnlyList<Following> All { get; } =
    [
        new("pledges", "contracts"),
        new("pledges", "disbursements"),
        new("pledges", "audit"),
        new("contracts", "pledges"),
        new("contracts", "disbursements"),
        new("contracts", "audit"),
        new("disbursements", "pledges"),
        new("disbursements", "contracts"),
        new("disbursements", "audit"),
        new("leverage", "pledges"),
        new("leverage", "audit"),
        new("audit", "pledges"),
        new("audit", "contracts"),
        new("audit", "disbursements"),
        new("audit", "leverage"),
    ];

    /// <summary>What <paramref name="follower"/> follows.</summary>
    public static IEnumerable<Following> Of(string follower) => All.Where(following => following.Follower == follower);

    /// <summary>Who follows <paramref name="source"/>.</summary>
    public static IEnumerable<Following> From(string source) => All.Where(following => following.Source == source);
}
