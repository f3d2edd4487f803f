using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Pledges;

/// <summary>What certificates of a pledge earmark to one window, net of completed reductions.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Certified">The amount, in the fund's currency.</param>
/// <param name="Reserved">What of it the donor asked back and Contracts has not yet decided.</param>
public sealed record Earmark(string Window, decimal Certified, decimal Reserved);

/// <summary>
/// A donor's promise to a fund and what became of it, in the fund's currency. At every instant
/// allocated + reserved ≤ certified ≤ pledged, and money waits unallocated only when all that is certified is allocated or reserved.
/// </summary>
public sealed record Pledge : State
{
    public required string Fund { get; init; }

    public required string Donor { get; init; }

    public required Currency Currency { get; init; }

    public required decimal Pledged { get; init; }

    public required decimal Certified { get; init; }

    /// <summary>Everything that arrived: allocated and waiting together.</summary>
    public required decimal Received { get; init; }

    /// <summary>What arrived within the certified amount.</summary>
    public required decimal Allocated { get; init; }

    /// <summary>What the donor asked back of what it certified, and Contracts has not yet decided.</summary>
    public required decimal Reserved { get; init; }

    /// <summary>What is earmarked, window by window; the rest of what is certified goes to the fund's pool.</summary>
    public required IReadOnlyList<Earmark> Earmarks { get; init; }

    /// <summary>Ids of its certificates, oldest first.</summary>
    public required IReadOnlyList<string> Certificates { get; init; }

    public required DateOnly AnnouncedOn { get; init; }

    /// <summary>The latest value date of its receipts.</summary>
    public DateOnly? LastReceivedOn { get; init; }

    public string? Note { get; init; }

    public string? Reference { get; init; }

    /// <summary>Trace of the announcement or of the latest certificate: what money that arrives stands on.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What may still be certified, or taken back at once.</summary>
    public decimal Uncertified() => Pledged - Certified;

    /// <summary>What arrived above the certified amount: held, never spent.</summary>
    public decimal Waiting() => Received - Allocated;

    /// <summary>What of the certified amount neither arrived nor is reserved: what may still be allocated, or asked back.</summary>
    public decimal Free() => Certified - Reserved - Allocated;

    /// <summary>What is certified in one pot, a window's earmark or (null) the fund's pool, and not reserved.</summary>
    public decimal FreeIn(string? window) => window is null
        ? Certified - Earmarks.Sum(earmark => earmark.Certified) - (Reserved - Earmarks.Sum(earmark => earmark.Reserved))
        : Earmarks.FirstOrDefault(earmark => earmark.Window == window) is { } earmark ? earmark.Certified - earmark.Reserved : 0;

    /// <summary>An amount in the pledge's currency.</summary>
    public Money In(decimal amount) => new(amount, Currency);

    /// <summary>The fact that money which waits is allocated when this much becomes free for it; none when nothing waits or nothing is free.</summary>
    internal IEnumerable<ContributionAllocated> AllocateWaiting(decimal free, DateOnly on)
    {
        var amount = Math.Min(Waiting(), free);
        if (amount > 0)
            yield return new(Fund, Id, Donor, In(amount), LastReceivedOn > on ? LastReceivedOn.Value : on);
    }

    internal static Refusal Missing(string fund, string id) => new(404, "not-found", $"The fund {fund} has no pledge '{id}'.");

    internal static Pledge? Find(States states, string fund, string id) =>
        states.TryFind<Pledge>(id, out var pledge) && pledge.Fund == fund ? pledge : null;
}
