using System.Text.Json.Serialization;

namespace TrustFund.Journal.Imports;

/// <summary>A column of a file.</summary>
/// <param name="Name">
/// Its name in the file's first line. Letter case does not matter; blanks, hyphens and dots count as <c>_</c>; brackets and <c>$</c> do not count.
/// </param>
/// <param name="Description">What stands in it.</param>
/// <param name="Required">Whether the file must have it.</param>
/// <param name="Field">The field of the row's command that it fills, so that a refusal which names the field points at the column.</param>
public sealed record ImportColumn(string Name, string Description, bool Required = true, string? Field = null)
{
    /// <summary>Other names that it goes by.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Columns that stand for it when all of them are there and it is not.</summary>
    public IReadOnlyList<string> Instead { get; init; } = [];

    /// <summary>Whether anything is done with it: others of the source's columns may be there, and are passed over.</summary>
    public bool Used { get; init; } = true;

    /// <summary>Columns without which no rule can tell whether this one is right: while one of them is not readable, nothing is said of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LeansOn { get; init; } = [];

    /// <summary>Columns without which no rule can tell what is meant where this one's own cell is empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LeansOnWhenEmpty { get; init; } = [];

    /// <summary>Whether every amount in it is above zero: of one that is not, and of which the rules are not asked because of another problem, that is told too.</summary>
    [JsonIgnore]
    public bool AboveZero { get; init; }

    /// <summary>
    /// Columns among whose rows of the same content each of its values stands once: empty for the whole file, null where a value may stand
    /// in several rows. The rules see only the rows before that go in; a value that a wrong row has already is told by this.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string>? OnceWithin { get; init; }

    internal bool Is(string name) => Fold(name) is var folded && (folded == Name || Aliases.Contains(folded));

    /// <summary>Whether a name that no column has may be meant for this one.</summary>
    internal bool Resembles(string name) => Fold(name) is var folded && Aliases.Append(Name).Any(own => Spelling.AreNear(own, folded));

    /// <summary>Whether a refusal that names this field is about this column: <c>split[1].window</c> is about the column of <c>split</c>.</summary>
    internal bool Fills(string field) => Field is { } own
        && field.StartsWith(own, StringComparison.OrdinalIgnoreCase)
        && (field.Length == own.Length || field[own.Length] is '[' or '.');

    static string Fold(string name)
    {
        var words = name.Trim().ToLowerInvariant().Split([' ', '\t', '\u00a0', '-', '.', '_'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join('_', words.Select(word => word.Trim('(', ')', '[', ']', '$')).Where(word => word.Length > 0));
    }
}
