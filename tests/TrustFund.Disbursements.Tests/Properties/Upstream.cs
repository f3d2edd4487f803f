using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Disbursements.Tests.Properties;

/// <summary>
/// The journal of a followed source and the road from it: entries are delivered late, twice, out of order or not at all, and applied as
/// the platform's follower does it: at or below the cursor is a duplicate, a gap is read from the source itself.
/// </summary>
sealed class Upstream(string source)
{
    readonly List<Recorded> journal = [];

    /// <summary>What has been applied, in order.</summary>
    public List<Recorded> Applied { get; } = [];

    public void Record(IFundEvent fact) =>
        journal.Add(new(source, journal.Count + 1, DateTimeOffset.UnixEpoch.AddSeconds(journal.Count), "someone", $"{source}-{journal.Count + 1}", fact));

    /// <summary>The entry at some place, however old, or one that others have not preceded, arrives; gives what the service answered to what was new.</summary>
    public IReadOnlyList<IFundEvent> Deliver(int pick, MemoryService service, Action? afterEach = null)
    {
        if (journal.Count == 0)
            return [];
        // The newest half of the time, else any: one long applied, or one that overtook others.
        var arrived = pick % 2 == 0 ? journal.Count : (pick % journal.Count) + 1;
        var answers = new List<IFundEvent>();
        while (Applied.Count < arrived)
        {
            var next = journal[Applied.Count];
            answers.AddRange(service.Follow(next));
            Applied.Add(next);
            afterEach?.Invoke();
        }
        return answers;
    }
}
