using System.Globalization;
using System.Text.Json;
using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Story;

/// <summary>A document that figures were published in.</summary>
/// <param name="Id">What figures call it.</param>
/// <param name="Title">Its title.</param>
/// <param name="AsOf">The date its stocks are booked on.</param>
/// <param name="Dated">The date as the document has it.</param>
sealed record SourceDocument(string Id, string Title, DateOnly AsOf, string Dated);

/// <summary>A figure as it was published, or as it follows from published ones.</summary>
/// <param name="Id">What steps and tables call it.</param>
/// <param name="What">What it counts.</param>
/// <param name="Published">The figure with the decimals it was printed with.</param>
/// <param name="Unit"><c>EUR bn</c>, <c>EUR m</c>, <c>EUR</c>, <c>%</c>, <c>ratio</c>, or what is counted, such as <c>places</c>.</param>
/// <param name="Qualifier">The words around it.</param>
/// <param name="Exact">What the books must say, to the cent: whole euros, per cent, times or pieces.</param>
/// <param name="Source">The document.</param>
/// <param name="Words">How it is printed where a qualifier does not say enough.</param>
/// <param name="Derivation">How it follows from published figures; null for one that was published itself.</param>
/// <param name="Audited">What of the ledger it speaks of, for one that Audit reconciles.</param>
sealed record Figure(
    string Id,
    string What,
    string Published,
    string Unit,
    Qualifier Qualifier,
    string Exact,
    string Source,
    string? Words = null,
    string? Derivation = null,
    Audited? Audited = null)
{
    /// <summary>
    /// Whether the books agree: to the cent with the exact figure, and with the published one by its words. The words alone would pass
    /// nothing at all for "up to 44 bn".
    /// </summary>
    public bool Agrees(decimal books) =>
        books == Number(Exact) && new PublishedFigure(Number(Published), Qualifier, Decimals).IsConsistentWith(books / Scale);

    /// <summary>The figure with its words: <c>over 2.98 bn EUR</c>.</summary>
    public override string ToString() => (Words ?? $"{QualifierWords}{Grouped}{UnitWords}") + (Derivation is null ? "" : $" = {Derivation}");

    /// <summary>The bare figure, for a table whose columns name the unit: <c>1,141.3</c>.</summary>
    public string Grouped => Number(Published).ToString($"N{Decimals}", CultureInfo.InvariantCulture);

    /// <summary>The qualifier as the services have it.</summary>
    public string QualifierName => JsonNamingPolicy.KebabCaseLower.ConvertName(Qualifier.ToString());

    /// <summary>How many decimals it was printed with.</summary>
    public int Decimals => Published.Contains('.', StringComparison.Ordinal) ? Published.Length - Published.IndexOf('.', StringComparison.Ordinal) - 1 : 0;

    string QualifierWords => Qualifier switch
    {
        Qualifier.Over => "over ",
        Qualifier.Almost => "almost ",
        Qualifier.About => "about ",
        Qualifier.UpTo => "up to ",
        _ => "",
    };

    string UnitWords => Unit switch
    {
        "EUR bn" => " bn EUR",
        "EUR m" => " m EUR",
        "ratio" => "",
        _ => $" {Unit}",
    };

    decimal Scale => Unit switch
    {
        "EUR bn" => 1_000_000_000,
        "EUR m" => 1_000_000,
        _ => 1,
    };

    static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}

/// <summary>All figures, by their ids.</summary>
sealed class FigureSet
{
    readonly Dictionary<string, Figure> figures;

    readonly Dictionary<string, SourceDocument> sources;

    FigureSet(Dictionary<string, Figure> figures, Dictionary<string, SourceDocument> sources) => (this.figures, this.sources) = (figures, sources);

    /// <summary>A figure.</summary>
    /// <exception cref="StoppedException">There is no such figure.</exception>
    public Figure this[string id] => figures.TryGetValue(id, out var figure) ? figure : throw new StoppedException($"There is no figure '{id}'.");

    /// <summary>A figure, or null where none was published.</summary>
    public Figure? Find(string id) => figures.GetValueOrDefault(id);

    /// <summary>The figures, each of a document that is known.</summary>
    /// <exception cref="StoppedException">A figure names no known document.</exception>
    public static FigureSet Of(IReadOnlyList<Figure> figures, IReadOnlyList<SourceDocument> sources)
    {
        var documents = sources.ToDictionary(source => source.Id);
        return figures.FirstOrDefault(figure => !documents.ContainsKey(figure.Source)) is { } orphan
            ? throw new StoppedException($"Figure '{orphan.Id}' names no known source.")
            : new(figures.ToDictionary(figure => figure.Id), documents);
    }

    /// <summary>All of them.</summary>
    public IEnumerable<Figure> All => figures.Values;

    /// <summary>The date its stock is booked on.</summary>
    public DateOnly DateOf(Figure figure) => sources[figure.Source].AsOf;

    /// <summary>The document a figure is from, with its date.</summary>
    public string SourceOf(Figure figure) => $"{sources[figure.Source].Title}, {sources[figure.Source].Dated}";
}
