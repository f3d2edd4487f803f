using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Donors;

/// <summary>Which donors a name stands for: files of others name donors so. Mostly it is one.</summary>
public sealed record DonorName : State
{
    /// <summary>More than ever share a name, and few enough for a row.</summary>
    public const int Kept = 50;

    /// <summary>Codes of the first donors of the name, in the order in which they were registered.</summary>
    public required IReadOnlyList<string> Donors { get; init; }

    /// <summary>How many donors of the name there are in all.</summary>
    public required int Registered { get; init; }

    /// <summary>
    /// The state's id: names do not differ by letter case or blanks around them alone. The letters of Latin-1 are folded one by one, so that
    /// the database does the same whatever its locale.
    /// </summary>
    public static string IdOf(string name) => string.Concat(
        name.Trim().Select(letter => letter is (>= 'a' and <= 'z') or (>= '\u00e0' and <= '\u00fe' and not '\u00f7') ? (char)(letter - 32) : letter));

    internal static void Apply(States states, DonorRegistered fact)
    {
        var id = IdOf(fact.Name);
        var before = states.Find<DonorName>(id) ?? new DonorName { Id = id, Donors = [], Registered = 0 };
        states.Put(before with
        {
            Donors = before.Donors.Count < Kept ? [.. before.Donors, fact.Donor] : before.Donors,
            Registered = before.Registered + 1,
        });
    }
}
