namespace TrustFund.Journal.Imports;

/// <summary>What is wrong with one place of a file, or is passed over in it.</summary>
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

    public void Clear()
    {
        first.Clear();
        Count = 0;
    }

    /// <summary>Those of both, by row; what stands first in a row is what was found first.</summary>
    public ImportProblems With(ImportProblems later)
    {
        var all = new ImportProblems();
        foreach (var problem in first.Concat(later.first).OrderBy(problem => problem.Row))
            all.Add(problem.Row, problem.Column, problem.Message);
        // Some were counted whose words were not kept.
        all.Count = Count + later.Count;
        return all;
    }
}

/// <summary>What is found in a file: what is wrong with it, and which rows are passed over.</summary>
/// <param name="Problems">What is wrong: nothing of the file is recorded then.</param>
/// <param name="Notices">Which rows are passed over, and why.</param>
sealed record ImportFindings(ImportProblems Problems, ImportProblems Notices)
{
    public ImportFindings()
        : this(new(), new())
    {
    }

    public void Clear()
    {
        Problems.Clear();
        Notices.Clear();
    }

    public ImportFindings With(ImportFindings later) => new(Problems.With(later.Problems), Notices.With(later.Notices));
}
