namespace TrustFund.Journal.Imports;

/// <summary>A column of a file.</summary>
/// <param name="Name">Its name in the file's first line; letter case does not matter.</param>
/// <param name="Description">What stands in it.</param>
/// <param name="Required">Whether the file must have it.</param>
/// <param name="Field">The field of the row's command that it fills, so that a refusal which names the field points at the column.</param>
public sealed record ImportColumn(string Name, string Description, bool Required = true, string? Field = null);

/// <summary>What a file of one kind holds, and what command each of its rows is.</summary>
public abstract class ImportKind
{
    /// <summary>Its name in the path: <c>receipts</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What its rows are, as a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>The columns it knows. Others in a file are refused: a misspelt one would be passed over otherwise.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>The command that a row is; what is wrong with the row is told to it, and the command is then not used.</summary>
    public abstract Command Read(ImportRow row);
}
