namespace TrustFund.Journal.Imports;

/// <summary>A row and the command it is.</summary>
/// <param name="Line">The line in the file; the header is line 1.</param>
/// <param name="Command">The command; null when the row is passed over.</param>
/// <param name="IsWhole">Whether every cell could be read: else the command is made of stand-ins, and none of its facts may be booked.</param>
/// <param name="Unsure">Columns of which no rule can tell anything, because they, or those they lean on, could not be read.</param>
/// <param name="Repeated">Cells whose value an earlier row has, where each stands once.</param>
sealed record ImportedRow(int Line, Command? Command, bool IsWhole, IReadOnlySet<string> Unsure, IReadOnlyList<RepeatedCell> Repeated);

/// <summary>A cell whose value an earlier row has.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Value">The value.</param>
/// <param name="FirstLine">The line of the first row that has it.</param>
sealed record RepeatedCell(string Column, string Value, int FirstLine);

/// <summary>A file while it is read: what its rows have in common.</summary>
sealed class ImportSheet(ImportKind kind, string fund, DateOnly today, ImportHeader header, ImportFindings found)
{
    static readonly IReadOnlySet<string> Nothing = new HashSet<string>();
    static readonly List<RepeatedCell> NoCell = [];

    readonly Dictionary<Type, object> shared = [];
    // As everywhere, references do not differ by letter case alone.
    readonly Dictionary<string, int> firstLines = new(StringComparer.OrdinalIgnoreCase);
    readonly List<ImportColumn> once = [.. kind.Columns.Where(column => column.OnceWithin is not null)];
    readonly HashSet<string> aboveZero = [.. kind.Columns.Where(column => column.AboveZero).Select(column => column.Name)];

    public string Fund => fund;

    public DateOnly Today => today;

    public ImportHeader Header => header;

    public ImportFindings Found => found;

    /// <summary>What the rows have in common, made for the first that asks.</summary>
    public T Shared<T>()
        where T : class, new()
    {
        if (!shared.TryGetValue(typeof(T), out var found))
            shared[typeof(T)] = found = new T();
        return (T)found;
    }

    public ImportedRow Read(int line, string[] cells)
    {
        var row = new ImportRow(this, line, cells);
        var command = kind.Read(row);
        var unsure = row.Unreadable.Count == 0 ? Nothing : Unsure(row);
        // A sign hangs upon nothing else.
        foreach (var (column, number) in row.Amounts.Where(amount => amount.Number <= 0 && aboveZero.Contains(amount.Column) && unsure.Contains(amount.Column)))
            found.Problems.Add(line, column, $"{number} is not above zero, and must be.");
        return new(line, command, !row.HasProblem, unsure, command is null ? NoCell : Repeated(row));
    }

    List<RepeatedCell> Repeated(ImportRow row)
    {
        List<RepeatedCell>? repeated = null;
        foreach (var column in once.Where(column => !row.IsUnreadable(column.Name) && !row.IsEmpty(column.Name)))
        {
            var value = row.Cell(column.Name)!.Trim();
            var said = string.Join('\n', column.OnceWithin!.Select(row.Cell).Append(column.Name).Append(value));
            if (!firstLines.TryAdd(said, row.Line))
                (repeated ??= []).Add(new(column.Name, value, firstLines[said]));
        }
        return repeated ?? NoCell;
    }

    HashSet<string> Unsure(ImportRow row) =>
    [
        .. row.Unreadable,
        .. kind.Columns.Where(column => Leaning(row, column).Any(row.Unreadable.Contains)).Select(column => column.Name),
    ];

    static IEnumerable<string> Leaning(ImportRow row, ImportColumn column) =>
        row.IsEmpty(column.Name) ? column.LeansOn.Concat(column.LeansOnWhenEmpty) : column.LeansOn;
}
