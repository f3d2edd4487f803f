using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrustFund.Journal;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Imports;

/// <summary>
/// References for rows that have none of a bank. They are made of what the money is (whose, how much, in which quarter) and of a place among
/// what says the same, and not of how a row is worded: so all that was booked of such money is found again by counting the places up.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">What arrived.</param>
/// <param name="Day">When it arrived.</param>
/// <param name="File">The other such rows of the file.</param>
sealed record MadeReference(string Fund, Money Amount, ReceiptDay Day, UnreferencedRows File)
{
    const int Digits = 32;

    // What is booked while its quarter lasts has a day that is not the money's own: its reference tells.
    const string RunningQuarter = "-Q";

    /// <summary>The reference of a place.</summary>
    /// <param name="donor">Code of the donor; its name as it is given while the code is not known.</param>
    /// <param name="place">The place, from one on.</param>
    /// <param name="running">Whether it is for money whose quarter lasts still; those have places of their own.</param>
    public string At(string donor, int place, bool running)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Fund}\n{DonorName.IdOf(donor)}\n{Text(Amount)}\n{Day.Quarter}\n{place}");
        return $"FIF-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..Digits]}{(running ? RunningQuarter : "")}";
    }

    public static bool IsOfRunningQuarter(string reference) => reference.EndsWith(RunningQuarter, StringComparison.OrdinalIgnoreCase);

    /// <summary>The states of the places, up to as many free ones as there are rows that may need them.</summary>
    public IEnumerable<StateKey> Touches(States states, string donor, bool running, int rows)
    {
        var (booked, free, unknown) = (0, 0, 0);
        // As many are looked at ahead as are known to be taken, so that a long line of them takes few rounds.
        for (var place = 1; free + unknown < Math.Max(rows, 1) || (unknown > 0 && unknown < booked); place++)
        {
            var keys = Keys(At(donor, place, running), rows);
            foreach (var key in keys)
                yield return key;
            if (!keys.All(states.Holds))
                unknown++;
            else if (keys.All(key => states.Find(key) is null))
                free++;
            else
                booked++;
        }
    }

    /// <summary>What is booked under these references, and as many free ones as there are rows. What the file itself books does not count.</summary>
    public (IReadOnlyList<Receipt> Booked, IReadOnlyList<string> Free) Places(States states, string donor, bool running, IReadOnlySet<string> file, int rows)
    {
        var (booked, free) = (new List<Receipt>(), new List<string>());
        for (var place = 1; free.Count < Math.Max(rows, 1); place++)
        {
            var reference = At(donor, place, running);
            var held = Keys(reference, rows).Select(states.Find).OfType<State>().ToList();
            if (held is [Receipt receipt, ..] && !file.Contains(receipt.ReceiptId))
                booked.Add(receipt);
            else if (held is [] or [Receipt])
                free.Add(reference);
        }
        return (booked, free);
    }

    /// <summary>One entry of the bank may be interest or money that came back, too; that matters where a row is to be booked.</summary>
    StateKey[] Keys(string reference, int rows)
    {
        var receipt = StateKey.Of<Receipt>(Receipt.IdOf(Fund, reference));
        return rows == 0
            ? [receipt]
            : [receipt, StateKey.Of<InterestEntry>(InterestEntry.IdOf(Fund, reference)), StateKey.Of<MoneyBack>(MoneyBack.IdOf(Fund, reference))];
    }

    static string Text(Money amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Amount:0.####} {amount.Currency.Code}");
}
