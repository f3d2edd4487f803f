using System.Globalization;
using TrustFund.Demo.Story;

namespace TrustFund.Demo.Tables;

/// <summary>What the platform says about one thing, beside what it is compared with.</summary>
/// <param name="Ours">What the platform says.</param>
/// <param name="Theirs">What it is compared with, or why with nothing.</param>
/// <param name="Agrees">Whether they agree; null when there is nothing to compare.</param>
sealed record Cell(string Ours, string Theirs, bool? Agrees)
{
    const string NotPublished = "not published";
    const string WholeNumber = "";

    /// <summary>In full, beside the published figure with its words.</summary>
    public static Cell Whole(decimal ours, Figure figure) => new(Text(ours, figure.Unit), figure.ToString(), figure.Agrees(ours));

    /// <summary>In EUR m, for a table that says so.</summary>
    public static Cell Millions(decimal ours, Figure? figure) =>
        new(Millions(ours), figure is null ? NotPublished : figure.Grouped + (figure.Derivation is null ? "" : "*"), figure?.Agrees(ours));

    /// <summary>In EUR m and in brackets: inside other rows, not to be added.</summary>
    public static Cell Inside(decimal ours, Figure figure) => new($"({Millions(ours)})", $"({figure.Grouped})", figure.Agrees(ours));

    /// <summary>A service's answer beside what its journal adds up to.</summary>
    public static Cell Answered(decimal ours, decimal theirs) => new(Text(ours, "EUR"), Text(theirs, "EUR"), ours == theirs);

    /// <summary>A share in whole per cent, beside the one that was published.</summary>
    public static Cell Percent(decimal ours, decimal published) => new(Text(ours, WholeNumber), Text(published, WholeNumber), ours == published);

    /// <summary>A number of something with nothing to compare it with.</summary>
    public static Cell Assumed(decimal ours) => new(Text(ours, WholeNumber), "assumed", null);

    /// <summary>Words of an answer beside what they have to be.</summary>
    public static Cell Said(string ours, string theirs) => new(ours, theirs, ours == theirs);

    /// <summary>Where a row has nothing for a column.</summary>
    public static readonly Cell Nothing = new("", "", null);

    // As many decimals as there are: a cent must not hide behind a rounded million.
    static string Millions(decimal amount) => (amount / 1_000_000m).ToString("#,##0.0#######", CultureInfo.InvariantCulture);

    static string Text(decimal value, string unit) => unit switch
    {
        "ratio" => value.ToString("F4", CultureInfo.InvariantCulture),
        "%" => value.ToString("F2", CultureInfo.InvariantCulture) + " %",
        WholeNumber => value.ToString("#,##0.##", CultureInfo.InvariantCulture),
        _ when unit.StartsWith("EUR", StringComparison.Ordinal) => value.ToString("N2", CultureInfo.InvariantCulture) + " EUR",
        _ => value.ToString("#,##0.##", CultureInfo.InvariantCulture) + $" {unit}",
    };
}

/// <summary>A line of a table.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Cells">One for each column.</param>
/// <param name="Source">The document the figures are from, where it is not the same for the whole table.</param>
sealed record Row(string Label, IReadOnlyList<Cell> Cells, string? Source = null)
{
    /// <summary>Whether its figures agree; null when none is compared.</summary>
    public bool? Agrees => Cells.Any(cell => cell.Agrees == false) ? false : Cells.Any(cell => cell.Agrees == true) ? true : null;
}

/// <summary>Figures of the platform, each next to the one it is compared with.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="From">Where the platform's figures come from.</param>
/// <param name="Columns">Names of the columns: each stands for two, ours and theirs.</param>
/// <param name="Theirs">What the figures are compared with.</param>
/// <param name="Rows">Its lines.</param>
/// <param name="Notes">What a reader must know to read it rightly.</param>
sealed record FigureTable(string Title, string From, IReadOnlyList<string> Columns, string Theirs, IReadOnlyList<Row> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>Whether the figures of others come with words and units.</summary>
    public bool HasWords { get; init; }

    /// <summary>A table with one figure in each line. The document they are from is named once when it is the same for all.</summary>
    public static FigureTable List(string title, string from, FigureSet figures, IReadOnlyList<(string Figure, decimal Ours)> lines, params IReadOnlyList<string> notes)
    {
        var compared = lines.Select(line => (Figure: figures[line.Figure], line.Ours)).ToList();
        var sources = compared.Select(line => figures.SourceOf(line.Figure)).Distinct().ToList();
        var rows = compared.Select(line => new Row(
            line.Figure.What, [Cell.Whole(line.Ours, line.Figure)], sources.Count > 1 ? figures.SourceOf(line.Figure) : null)).ToList();
        return new(title, from, ["The platform"], "Published, or = derived", rows, sources.Count > 1 ? notes : [$"Source: {sources[0]}.", .. notes])
        {
            HasWords = true,
        };
    }
}
