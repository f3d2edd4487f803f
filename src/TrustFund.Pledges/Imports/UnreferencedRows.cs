using System.Runtime.CompilerServices;
using TrustFund.Journal;
using TrustFund.Pledges.Donors;

namespace TrustFund.Pledges.Imports;

/// <summary>
/// The rows of a file that have no reference of a bank, by the donor's text, the amount and the quarter. Rows that say the same of one donor,
/// by its code or by its name, are alike: what is booked of them already is told for all of them at once, as each booked receipt stands for one.
/// </summary>
sealed class UnreferencedRows
{
    static readonly IReadOnlyList<bool> Kinds = [false, true];

    readonly Dictionary<(string Donor, Money Amount, string Quarter), List<ImportReceipt>> rows = [];

    // What is booked before the file does not change while its rows are decided one by one, each time upon states of their own.
    readonly ConditionalWeakTable<States, Dictionary<(string Donor, Money Amount, string Quarter), IReadOnlyDictionary<string, Recognition>>> recognised = [];

    public void Add(ImportReceipt row)
    {
        if (!rows.TryGetValue(KeyOf(row, row.DonorName), out var same))
            rows[KeyOf(row, row.DonorName)] = same = new(1);
        same.Add(row);
    }

    /// <summary>The states by which these rows are known again: the first of each wording names them for all of them.</summary>
    public IEnumerable<StateKey> Touches(States states, ImportReceipt row)
    {
        var same = rows[KeyOf(row, row.DonorName)];
        if (same[0].ReceiptId != row.ReceiptId)
            return [];
        return same.Select(each => each.Donor(states)).Distinct().SelectMany(donor =>
        {
            var worded = Worded(states, row, donor).ToList();
            return Kinds.SelectMany(running => row.Made!.Touches(states, donor, running, worded.Count(each => each.Made!.Day.IsOfRunningQuarter == running)));
        });
    }

    /// <summary>What is booked of a row already, or the reference it is to be booked under.</summary>
    public Recognition Find(States states, ImportReceipt row)
    {
        var donor = row.Donor(states);
        var found = recognised.GetOrCreateValue(states);
        if (!found.TryGetValue(KeyOf(row, donor), out var alike))
            found[KeyOf(row, donor)] = alike = Recognition.Of(states, donor, [.. Worded(states, row, donor).Where(each => Fold(each.Donor(states)) == Fold(donor))]);
        return alike[row.ReceiptId];
    }

    /// <summary>The rows that may mean the donor, by its code and by its name.</summary>
    IEnumerable<ImportReceipt> Worded(States states, ImportReceipt row, string donor)
    {
        var key = StateKey.Of<Donor>(donor);
        var name = states.Holds(key) && states.Find(key) is Donor registered ? registered.Name : donor;
        return new[] { KeyOf(row, donor), KeyOf(row, name) }.Distinct().SelectMany(each => rows.GetValueOrDefault(each) ?? []);
    }

    static (string Donor, Money Amount, string Quarter) KeyOf(ImportReceipt row, string donor) =>
        (Fold(donor), row.Amount, row.Made!.Day.Quarter);

    static string Fold(string donor) => donor.Trim().ToUpperInvariant();
}
