namespace TrustFund.Journal.Imports;

/// <summary>What is wrong with one place of a file.</summary>
/// <param name="Row">The line in the file; the header is line 1.</param>
/// <param name="Column">The column; null when the whole row is meant.</param>
/// <param name="Message">What is wrong, and what it must be.</param>
public sealed record ImportProblem(int Row, string? Column, string Message);

/// <summary>The problems of a file: all are counted, the first are kept.</summary>
sealed class ImportProblems
{
    const int Kept = 1000;

    readonly List<ImportProblem> first = [];

    public int Count { get; private set; }

    public IReadOnlyList<ImportProblem> First => first;

    public void Add(int row, string? column, string message)
    {
        if (++Count <= Kept)
            first.Add(new(row, column, message));
    }

    /// <summary>Counts problems whose words were not kept.</summary>
    public void AddUnseen(int count) => Count += count;

    public void Clear()
    {
        first.Clear();
        Count = 0;
    }
}
