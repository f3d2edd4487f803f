using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Statements;

/// <summary>
/// Pledges as they stood on a day: their entries are folded in the order they were recorded, by the rules that kept them, and each entry's
/// change counts when it is booked by that day.
/// </summary>
sealed class PledgesAsOf
{
    readonly States states = States.Everything();
    readonly Dictionary<string, Pledge> seen = [];
    readonly Dictionary<string, Certificate> seenCertificates = [];
    readonly SortedDictionary<string, Pledge> counted = new(StringComparer.Ordinal);
    readonly Dictionary<string, Certificate> countedCertificates = [];

    PledgesAsOf()
    {
    }

    /// <summary>Folds entries: all that there are about the pledges, with their fund, windows and donors, up to some entry of the journal.</summary>
    /// <param name="entries">The entries, in the order they were recorded.</param>
    /// <param name="asOf">The last booking date that counts; null for every one.</param>
    public static PledgesAsOf Fold(IEnumerable<Recorded> entries, DateOnly? asOf)
    {
        var fold = new PledgesAsOf();
        foreach (var entry in entries)
            fold.Apply(entry, counts: asOf is null || entry.BookedOn <= asOf);
        return fold;
    }

    /// <summary>The pledges of which anything counts, by id, each with its certificates, oldest first.</summary>
    public IReadOnlyList<(Pledge Pledge, IReadOnlyList<Certificate> Certificates)> Pledges => [.. counted.Values.Select(pledge =>
    {
        var certificates = seen[pledge.Id].Certificates.Where(countedCertificates.ContainsKey).ToList();
        return (
            pledge with { Certificates = certificates },
            (IReadOnlyList<Certificate>)[.. certificates.Select(id => countedCertificates[id])]);
    })];

    /// <summary>The exchange rates as they were known.</summary>
    public IReadOnlyList<MonthlyRate> Rates => [.. states.All.OfType<MonthlyRate>()];

    /// <summary>A donor as it was known; null before it was registered.</summary>
    public Donor? Donor(string code) => states.Find<Donor>(code);

    void Apply(Recorded entry, bool counts)
    {
        PledgesEvolution.Shared.Apply(states, entry);
        if (PledgeOf(entry.Event.Subject) is not { } pledge)
            return;
        if (counts)
            counted[pledge.Id] = Counted.Plus(counted.GetValueOrDefault(pledge.Id), seen.GetValueOrDefault(pledge.Id), pledge);
        seen[pledge.Id] = pledge;
        foreach (var after in pledge.Certificates.Select(states.Get<Certificate>))
        {
            var before = seenCertificates.GetValueOrDefault(after.Id);
            if (ReferenceEquals(before, after))
                continue;
            if (counts)
                countedCertificates[after.Id] = Counted.Plus(countedCertificates.GetValueOrDefault(after.Id), before, after);
            seenCertificates[after.Id] = after;
        }
    }

    // What an entry about a pledge is about: the pledge itself, a certificate, or what the donor takes back.
    Pledge? PledgeOf(string subject) => states.Find<Pledge>(
        states.Find<Certificate>(subject)?.PledgeId ?? states.Find<Reduction>(subject)?.PledgeId ?? states.Find<Refund>(subject)?.PledgeId ?? subject);
}
