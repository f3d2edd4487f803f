namespace TrustFund.Journal.Imports;

/// <summary>What a file of one kind holds, and what command each of its rows is.</summary>
public abstract class ImportKind
{
    /// <summary>Its name in the path: <c>receipts</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What its rows are, as a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>The columns it knows. Others in a file are refused: a misspelt one would be passed over otherwise.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>
    /// The command that a row is; null when the row is passed over, which is told to it. What is wrong with the row is told to it, too: the
    /// command is then made of stand-ins, and only asked what else is wrong.
    /// </summary>
    public abstract Command? Read(ImportRow row);

    /// <summary>The state without which the service knows no such fund, where it knows funds: one problem then stands for all rows.</summary>
    /// <param name="fund">Code of the fund.</param>
    public virtual StateKey? FundState(string fund) => null;
}
