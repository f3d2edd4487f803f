namespace TrustFund.Demo.Tables;

/// <summary>What all comparisons came to.</summary>
sealed class Verdict
{
    readonly List<string> differences = [];

    /// <summary>How many figures were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Those that differ, each in a sentence.</summary>
    public IReadOnlyList<string> Differences => differences;

    public bool Agrees => differences.Count == 0;

    public void Add(FigureTable table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var (cell, column) in row.Cells.Zip(table.Columns).Where(pair => pair.First.Agrees is not null))
            {
                Compared++;
                if (cell.Agrees == false)
                    differences.Add($"{table.Title}: {row.Label.Trim()}, {column}: {cell.Ours}, but {table.Theirs.ToLowerInvariant()}: {cell.Theirs}");
            }
        }
    }
}
