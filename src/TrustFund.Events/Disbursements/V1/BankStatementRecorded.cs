namespace TrustFund.Events.Disbursements.V1;

/// <summary>A statement of one of the fund's bank accounts was taken in, with all its lines.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="StatementId">Id of the statement.</param>
/// <param name="Account">The fund's account, as the statement names it.</param>
/// <param name="From">Value date of its first line.</param>
/// <param name="Until">Value date of its last line.</param>
/// <param name="Lines">How many lines it has.</param>
/// <param name="FileHash">SHA-256 of the file, as lower-case hexadecimal digits: the same file is taken in once.</param>
public sealed record BankStatementRecorded(
    string Fund,
    string StatementId,
    string Account,
    DateOnly From,
    DateOnly Until,
    int Lines,
    string FileHash) : IFundEvent
{
    string IFundEvent.Subject => StatementId;

    DateOnly? IFundEvent.ValueDate => null;
}
