namespace TrustFund.Events.Disbursements.V1;

/// <summary>A match was taken back, because it was wrong or what it stood for was reversed: the line is to be explained anew.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="LineId">Id of the line.</param>
/// <param name="Reason">Why.</param>
public sealed record BankLineUnmatched(
    string Fund,
    string LineId,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => LineId;

    DateOnly? IFundEvent.ValueDate => null;
}
