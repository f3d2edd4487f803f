namespace TrustFund.Events.Disbursements.V1;

/// <summary>A whole file of history was recorded; the facts of its rows stand just before this one in the journal.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ImportId">Id of the import.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="FileName">The file's name as it was sent.</param>
/// <param name="Sha256">SHA-256 of the file, hexadecimal.</param>
/// <param name="Rows">How many rows it has, without the header.</param>
public sealed record FileImported(
    string Fund,
    string ImportId,
    string Kind,
    string FileName,
    string Sha256,
    int Rows) : IFileImported
{
    string IFundEvent.Subject => ImportId;

    DateOnly? IFundEvent.ValueDate => null;
}
