namespace TrustFund.Events;

/// <summary>A whole file of history was recorded, all of its rows or none; the facts of its rows stand just before this one in the journal.</summary>
public interface IFileImported : IFundEvent
{
    /// <summary>Id of the import.</summary>
    string ImportId { get; }

    /// <summary>What its rows are, such as <c>receipts</c>.</summary>
    string Kind { get; }

    /// <summary>The file's name as it was sent.</summary>
    string FileName { get; }

    /// <summary>SHA-256 of the file, hexadecimal: the same file is recorded once.</summary>
    string Sha256 { get; }

    /// <summary>How many rows it has, without the header.</summary>
    int Rows { get; }
}
