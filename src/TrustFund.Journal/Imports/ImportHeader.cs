namespace TrustFund.Journal.Imports;

/// <summary>The first line of a file: where its columns are.</summary>
/// <param name="Width">How many cells a row has.</param>
/// <param name="Places">The place of each known column.</param>
/// <param name="Missing">Columns that ought to be there; what is said of them once is not said again of each row.</param>
sealed record ImportHeader(int Width, IReadOnlyDictionary<string, int> Places, IReadOnlySet<string> Missing)
{
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
        var misspelt = false;
        for (var place = 0; place < names.Length; place++)
        {
            var name = names[place].Trim();
            if (kind.Columns.FirstOrDefault(column => column.Is(name)) is not { } column)
            {
                misspelt = true;
                if (name.Length > 0)
                    problems.Add(1, name, $"There is no such column: {known} are known.");
            }
            else if (!places.TryAdd(column.Name, place))
                problems.Add(1, name, "The column is there twice.");
        }
        if (names.Any(string.IsNullOrWhiteSpace))
            problems.Add(1, null, "The header has a column without a name.");
        var required = kind.Columns.Where(column => column.Required && !IsThere(column, places)).ToList();
        foreach (var missing in required)
            problems.Add(1, missing.Name, $"The column is missing: {missing.Description}");
        // What a misspelt name was meant to be is not known: any column that is not there may be it.
        var absent = misspelt ? kind.Columns.Where(column => !places.ContainsKey(column.Name)) : required;
        return new(names.Length, places, absent.Select(column => column.Name).ToHashSet());
    }

    static bool IsThere(ImportColumn column, Dictionary<string, int> places) =>
        places.ContainsKey(column.Name) || (column.Instead.Count > 0 && column.Instead.All(places.ContainsKey));
}
