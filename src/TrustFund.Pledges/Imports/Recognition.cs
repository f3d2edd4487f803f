using TrustFund.Journal;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Imports;

/// <summary>What is known of a row without a reference of the bank.</summary>
/// <param name="Reference">What it is booked under where it is new.</param>
/// <param name="Booked">The receipt that was booked for it before; null when it is new.</param>
/// <param name="IsSure">Whether that is sure.</param>
sealed record Recognition(string Reference, Receipt? Booked = null, bool IsSure = true)
{
    /// <summary>
    /// Each receipt that is booked stands for one row at most: first for those of its day, then where either is known by its quarter only.
    /// Rows that are left are new, each under a reference of its own.
    /// </summary>
    /// <param name="states">What is booked.</param>
    /// <param name="donor">Code of the donor.</param>
    /// <param name="rows">All rows of the file that say the same of the donor.</param>
    public static IReadOnlyDictionary<string, Recognition> Of(States states, string donor, IReadOnlyList<ImportReceipt> rows)
    {
        var made = rows[0].Made!;
        var file = rows.Select(row => row.ReceiptId).ToHashSet();
        var running = rows.Count(row => row.Made!.Day.IsOfRunningQuarter);
        var (closed, free) = made.Places(states, donor, running: false, file, rows.Count - running);
        var (open, freeWhileOpen) = made.Places(states, donor, running: true, file, running);
        var booked = closed.Concat(open).ToList();
        var likenesses = rows.Select(row => new Likeness(states, row)).ToList();
        var pairs = Pairing.Of(rows.Count, booked.Count, (row, receipt) => likenesses[row].Of(booked[receipt]), Likeness.Least);

        // One that was reversed was wrong: another day is the right one then.
        var left = booked.Where((receipt, i) => !pairs.Contains(i) && receipt.ReversedOn is null).ToList();
        var (next, nextWhileOpen) = (free.GetEnumerator(), freeWhileOpen.GetEnumerator());
        var recognised = new Dictionary<string, Recognition>();
        for (var i = 0; i < rows.Count; i++)
        {
            recognised[rows[i].ReceiptId] = pairs[i] >= 0
                ? new(booked[pairs[i]].BankReference, booked[pairs[i]])
                : left.Find(likenesses[i].MayBe) is { } doubtful && left.Remove(doubtful) ? new(doubtful.BankReference, doubtful, IsSure: false)
                : new(Next(rows[i].Made!.Day.IsOfRunningQuarter ? nextWhileOpen : next));
        }
        return recognised;
    }

    static string Next(IEnumerator<string> references) => references.MoveNext()
        ? references.Current
        : throw new InvalidOperationException("There are fewer free references than rows.");
}
