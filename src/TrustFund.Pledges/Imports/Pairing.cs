namespace TrustFund.Pledges.Imports;

/// <summary>
/// Pairs rows with receipts, each with one at most: of the likest as many as can be, then as many more as the next likeness allows. A pair
/// may part so that both find another; a row that is paired stays so.
/// Source: augmenting paths, C. Berge, "Two theorems in graph theory" (1957).
/// </summary>
sealed class Pairing
{
    readonly int[] receiptOf;
    readonly int[] rowOf;
    readonly int[] reachedFrom;
    // The first comes last: it is taken most.
    readonly List<int> free;
    readonly Func<int, int, int?> likeness;

    Pairing(int rows, int receipts, Func<int, int, int?> likeness)
    {
        (receiptOf, rowOf, reachedFrom) = (new int[rows], new int[receipts], new int[receipts]);
        Array.Fill(receiptOf, -1);
        Array.Fill(rowOf, -1);
        free = [.. Enumerable.Range(0, receipts).Reverse()];
        this.likeness = likeness;
    }

    /// <summary>The receipt of each row, by its index; -1 for none.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="receipts">How many receipts there are.</param>
    /// <param name="likeness">How alike a row and a receipt are, 0 the most; null when they are no pair.</param>
    /// <param name="least">The weakest likeness there is.</param>
    public static int[] Of(int rows, int receipts, Func<int, int, int?> likeness, int least)
    {
        var pairing = new Pairing(rows, receipts, likeness);
        for (var weakest = 0; weakest <= least && pairing.free.Count > 0; weakest++)
        {
            var seen = new bool[receipts];
            for (var row = 0; row < rows && pairing.free.Count > 0; row++)
            {
                if (pairing.receiptOf[row] < 0 && !pairing.PairWithFree(row, weakest))
                    pairing.Pair(row, weakest, seen);
            }
        }
        return pairing.receiptOf;
    }

    bool PairWithFree(int row, int weakest)
    {
        var at = free.FindLastIndex(receipt => likeness(row, receipt) <= weakest);
        if (at < 0)
            return false;
        (receiptOf[row], rowOf[free[at]]) = (free[at], row);
        free.RemoveAt(at);
        return true;
    }

    /// <summary>What a search in vain has seen leads nowhere for others either: it stays seen.</summary>
    void Pair(int first, int weakest, bool[] seen)
    {
        var reached = new List<int>();
        var waiting = new Queue<int>([first]);
        while (waiting.TryDequeue(out var row))
        {
            for (var receipt = 0; receipt < rowOf.Length; receipt++)
            {
                if (seen[receipt] || !(likeness(row, receipt) <= weakest))
                    continue;
                (seen[receipt], reachedFrom[receipt]) = (true, row);
                reached.Add(receipt);
                if (rowOf[receipt] >= 0)
                {
                    waiting.Enqueue(rowOf[receipt]);
                    continue;
                }
                free.Remove(receipt);
                Take(receipt);
                reached.ForEach(each => seen[each] = false);
                return;
            }
        }
    }

    /// <summary>Each row on the way gives up its receipt for the one it reached.</summary>
    void Take(int receipt)
    {
        while (receipt >= 0)
        {
            var row = reachedFrom[receipt];
            var before = receiptOf[row];
            (receiptOf[row], rowOf[receipt]) = (receipt, row);
            receipt = before;
        }
    }
}
