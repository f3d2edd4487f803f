namespace TrustFund.Journal.Imports;

/// <summary>Whether one name of a column may be a slip for another.</summary>
static class Spelling
{
    // One slip in three letters: more, and short names would all be alike.
    const int LettersForASlip = 3;

    /// <summary>Names that share a word, or differ by few letters put in, left out or changed.</summary>
    /// <param name="one">A folded name, its words divided by <c>_</c>.</param>
    /// <param name="other">Another.</param>
    public static bool AreNear(string one, string other) =>
        Words(one).Intersect(Words(other)).Any() || Slips(one, other) * LettersForASlip <= Math.Min(one.Length, other.Length);

    // Every date is "on" something: such words tell nothing.
    static IEnumerable<string> Words(string name) => name.Split('_').Where(word => word.Length >= LettersForASlip);

    /// <summary>The distance of Levenshtein.</summary>
    static int Slips(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var now = new int[other.Length + 1];
            now[0] = i;
            for (var j = 1; j <= other.Length; j++)
                now[j] = Math.Min(Math.Min(now[j - 1], before[j]) + 1, before[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            before = now;
        }
        return before[^1];
    }
}
