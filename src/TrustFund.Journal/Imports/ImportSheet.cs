namespace TrustFund.Journal.Imports;

/// <summary>A row and the command it is.</summary>
/// <param name="Line">The line in the file; the header is line 1.</param>
/// <param name="Command">The command; null when the row is passed over.</param>
/// <param name="IsWhole">Whether every cell could be read: else the command is made of stand-ins, and none of its facts may be booked.</param>
/// <param name="Unsure">Columns of which no rule can tell anything, because they, or those they lean on, could not be read.</param>
sealed record ImportedRow(int Line, Command? Command, bool IsWhole, IReadOnlySet<string> Unsure);

/// <summary>A file while it is read: what its rows have in common.</summary>
sealed class ImportSheet(ImportKind kind, string fund, DateOnly today, ImportHeader header, ImportFindings found)
{
    static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    readonly Dictionary<string, int> met = [];

    public string Fund => fund;

    public DateOnly Today => today;

    public ImportHeader Header => header;

    public ImportFindings Found => found;

    /// <summary>How many rows, this one included, said this so far.</summary>
    public int Times(string content) => met[content] = met.GetValueOrDefault(content) + 1;

    public ImportedRow Read(int line, string[] cells)
    {
        var row = new ImportRow(this, line, cells);
        var command = kind.Read(row);
        return new(line, command, !row.HasProblem, row.Unreadable.Count == 0 ? Nothing : Unsure(row));
    }

    HashSet<string> Unsure(ImportRow row) =>
    [
        .. row.Unreadable,
        .. kind.Columns.Where(column => Leaning(row, column).Any(row.Unreadable.Contains)).Select(column => column.Name),
    ];

    static IEnumerable<string> Leaning(ImportRow row, ImportColumn column) =>
        row.IsEmpty(column.Name) ? column.LeansOn.Concat(column.LeansOnWhenEmpty) : column.LeansOn;
}
