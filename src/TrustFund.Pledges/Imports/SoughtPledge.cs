using TrustFund.Journal;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Pledges;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Imports;

/// <summary>
/// The pledge that a row means: the one it names; else the donor's only one that stands, the only one of those in the row's currency, or
/// the only one of those earmarked to its window.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DonorName">Code or name of the donor.</param>
/// <param name="Reference">The pledge's reference or id; null when the row names none.</param>
/// <param name="Currency">The currency of the row's amount.</param>
/// <param name="Window">Code of the row's window; null for the fund's pool.</param>
sealed record SoughtPledge(string Fund, string DonorName, string? Reference, Currency Currency, string? Window)
{
    const int Offered = 10;

    public IEnumerable<StateKey> Touches(States states)
    {
        var first = Reference is null
            ? [StateKey.Of<Donor>(Codes.Fold(DonorName)), StateKey.Of<DonorName>(Donors.DonorName.IdOf(DonorName))]
            : (StateKey[])[StateKey.Of<PledgeReference>(PledgeReference.IdOf(Fund, Reference))];
        var keys = first.All(states.Holds) ? first.Concat(Reference is null ? OfDonor(states) : OfReference(states)) : first;
        foreach (var key in keys)
            yield return key;
    }

    /// <summary>The pledge, once all that it is found by is loaded.</summary>
    public Pledge? Loaded(States states) => Touches(states).All(states.Holds) && Find(states, out var pledge) is null ? pledge : null;

    /// <summary>The pledge, or why it is not known which.</summary>
    public Refusal? Find(States states, out Pledge? pledge) => Reference is null ? FindByDonor(states, out pledge) : FindByReference(states, Reference, out pledge);

    /// <summary>Code of the donor whose money it is; as the row names it while that is not known.</summary>
    public string Donor(States states)
    {
        if (!Touches(states).All(states.Holds))
            return DonorName;
        if (Reference is not null)
            return Loaded(states) is { } pledge && Names(states.Get<Donor>(pledge.Donor)) ? pledge.Donor : DonorName;
        return DonorsOf(states).Where(donor => states.Find<DonorPledges>(DonorPledges.IdOf(Fund, donor)) is not null).ToList() is [var only] ? only : DonorName;
    }

    /// <summary>Whether the row's donor is this one.</summary>
    public bool Names(Donor donor) => Is(DonorName, donor.Id) || Is(DonorName, donor.Name);

    public static bool Is(string text, string name) => string.Equals(text.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase);

    IEnumerable<StateKey> OfReference(States states)
    {
        if (IdOf(states, Reference!) is not { } id)
            yield break;
        yield return StateKey.Of<Pledge>(id);
        if (Pledges.Pledge.Held(states, id, out var pledge))
            yield return StateKey.Of<Donor>(pledge.Donor);
    }

    IEnumerable<StateKey> OfDonor(States states)
    {
        foreach (var donor in DonorsOf(states))
        {
            var listed = StateKey.Of<DonorPledges>(DonorPledges.IdOf(Fund, donor));
            yield return StateKey.Of<Donor>(donor);
            yield return listed;
            foreach (var id in states.Holds(listed) && states.Find(listed) is DonorPledges { Pledges: { } pledges } ? pledges : [])
                yield return StateKey.Of<Pledge>(id);
        }
    }

    string? IdOf(States states, string reference) =>
        states.Find<PledgeReference>(PledgeReference.IdOf(Fund, reference))?.PledgeId ?? (Guid.TryParse(reference, out var id) ? id.ToString() : null);

    /// <summary>The donor of this code, or those of this name.</summary>
    IReadOnlyList<string> DonorsOf(States states) =>
        states.TryFind<Donor>(Codes.Fold(DonorName), out var donor) ? [donor.Id] : states.Find<DonorName>(Donors.DonorName.IdOf(DonorName))?.Donors ?? [];

    Refusal? FindByReference(States states, string reference, out Pledge? pledge)
    {
        pledge = null;
        if (states.Find<PledgeReference>(PledgeReference.IdOf(Fund, reference)) is { Ambiguous: true })
            return Refusal.Rule("ambiguous-reference", $"Several pledges of the fund have the reference '{reference}': give the pledge's id.", "pledge");
        if (IdOf(states, reference) is not { } id || Pledges.Pledge.Find(states, Fund, id) is not { } found)
            return Refusal.Rule("unknown-pledge", $"The fund {Fund} has no pledge '{reference}'.", "pledge");
        pledge = found;
        return null;
    }

    Refusal? FindByDonor(States states, out Pledge? pledge)
    {
        pledge = null;
        var donors = DonorsOf(states);
        if (donors.Count == 0)
            return Refusal.Rule("unknown-donor", $"There is no donor with the code or the name '{DonorName}'.", "donor");
        // Of donors of one name, only one may have pledged to this fund.
        var pledging = donors.Select(donor => states.Find<DonorPledges>(DonorPledges.IdOf(Fund, donor))).OfType<DonorPledges>().ToList();
        if (pledging.Count > 1 || donors.Count >= Donors.DonorName.Kept)
            return Refusal.Rule("ambiguous-donor", $"Several donors have the name '{DonorName}': give the donor's code.", "donor");
        var standing = pledging.SelectMany(listed => listed.Pledges).Select(states.Get<Pledge>).Where(kept => kept.Status() != PledgeStatus.Withdrawn).ToList();
        var tooMany = pledging is [{ Announced: > DonorPledges.Kept }];
        if (standing.Count == 0 && !tooMany)
            return Refusal.Rule("unknown-pledge", $"'{DonorName}' has no pledge to the fund {Fund} that stands.", "pledge");
        pledge = tooMany ? null : Only(standing);
        return pledge is not null ? null : Refusal.Rule(
            "ambiguous-pledge",
            $"'{DonorName}' has several pledges to the fund {Fund}: name one of {string.Join(", ", standing.Take(Offered).Select(kept => $"'{kept.Reference ?? kept.Id}'"))}{(standing.Count > Offered ? ", …" : "")}.",
            "pledge");
    }

    Pledge? Only(List<Pledge> standing)
    {
        if (standing is [var only])
            return only;
        var same = standing.FindAll(pledge => pledge.Own().Currency == Currency);
        if (same is [var inCurrency])
            return inCurrency;
        return Window is not null && same.FindAll(pledge => pledge.Own().Earmarks.Any(earmark => earmark.Window == Window && earmark.Certified > 0)) is [var earmarked]
            ? earmarked
            : null;
    }
}
