using TrustFund.Events;

namespace TrustFund.Journal;

/// <summary>That a file was recorded, so that it is recorded once. Its id is the fund's code, the kind and the file's SHA-256.</summary>
public sealed record ImportedFile : State
{
    /// <summary>The import that recorded it.</summary>
    public required string ImportId { get; init; }

    /// <summary>The file's name as it was sent.</summary>
    public required string FileName { get; init; }

    /// <summary>How many rows it has, without the header.</summary>
    public required int Rows { get; init; }

    internal static string IdOf(string fund, string kind, string sha256) => $"{fund}/{kind}/{sha256}";

    internal static void Apply(States states, IFileImported fact) => states.Put(new ImportedFile
    {
        Id = IdOf(fact.Fund, fact.Kind, fact.Sha256),
        ImportId = fact.ImportId,
        FileName = fact.FileName,
        Rows = fact.Rows,
    });
}
