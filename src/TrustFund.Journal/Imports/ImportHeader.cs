namespace TrustFund.Journal.Imports;

/// <summary>The first line of a file: where its columns are.</summary>
/// <param name="Width">How many cells a row has.</param>
/// <param name="Places">The place of each known column.</param>
/// <param name="Missing">Columns that ought to be there; what is said of them once is not said again of each row.</param>
/// <param name="Doubtful">Columns that are not known, in a place where another may be meant.</param>
sealed record ImportHeader(int Width, IReadOnlyDictionary<string, int> Places, IReadOnlySet<string> Missing, IReadOnlyList<DoubtfulColumn> Doubtful)
{
    const int Guesses = 3;

    /// <summary>The columns of a first line, with what is wrong with it; null when it names none that is known.</summary>
    public static ImportHeader? Read(string[] names, ImportKind kind, ImportProblems problems)
    {
        var known = string.Join(", ", kind.Columns.Select(column => column.Name));
        if (!names.Any(name => kind.Columns.Any(column => column.Is(name))))
        {
            problems.Add(1, null, $"The first line names the columns, and none of these: {known}.");
            return null;
        }
        var places = new Dictionary<string, int>();
        var unknown = new List<int>();
        for (var place = 0; place < names.Length; place++)
        {
            var name = names[place].Trim();
            if (kind.Columns.FirstOrDefault(column => column.Is(name)) is not { } column)
                unknown.Add(place);
            else if (!places.TryAdd(column.Name, place))
                problems.Add(1, name, "The column is there twice.");
        }
        var absent = kind.Columns.Where(column => !places.ContainsKey(column.Name)).ToList();
        // What a column without a name was meant to be nobody knows: any that is not there may be it.
        var doubtful = unknown.ConvertAll(place => new DoubtfulColumn(
            place, [.. absent.Where(column => string.IsNullOrWhiteSpace(names[place]) || column.Resembles(names[place])).Select(column => column.Name)]));
        foreach (var (place, maybe) in doubtful.Where(column => !string.IsNullOrWhiteSpace(names[column.Place])))
            problems.Add(1, names[place].Trim(), $"There is no such column{(maybe.Count is > 0 and <= Guesses ? $" (is {string.Join(" or ", maybe.Select(column => $"'{column}'"))} meant?)" : "")}: {known} are known.");
        if (names.Any(string.IsNullOrWhiteSpace))
            problems.Add(1, null, "The header has a column without a name.");
        var required = absent.FindAll(column => column.Required && !IsThere(column, places));
        foreach (var missing in required)
            problems.Add(1, missing.Name, $"The column is missing: {missing.Description}");
        return new(names.Length, places, required.Select(column => column.Name).ToHashSet(), doubtful);
    }

    static bool IsThere(ImportColumn column, Dictionary<string, int> places) =>
        places.ContainsKey(column.Name) || (column.Instead.Count > 0 && column.Instead.All(places.ContainsKey));
}

/// <summary>A column that is not known.</summary>
/// <param name="Place">Its place.</param>
/// <param name="MayBe">Columns it may be meant for: of a row in which something stands there, nothing is said of them.</param>
sealed record DoubtfulColumn(int Place, IReadOnlyList<string> MayBe);
