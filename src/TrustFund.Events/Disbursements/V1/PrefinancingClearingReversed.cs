namespace TrustFund.Events.Disbursements.V1;

/// <summary>A report of the partner had been accepted by mistake, and its clearing is taken back whole: so much pre-financing is open again. No money moves.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="ReportId">Id of the clearing.</param>
/// <param name="Amount">What had been cleared.</param>
/// <param name="ReversedOn">The date on which the correction takes effect.</param>
/// <param name="Reason">Why.</param>
public sealed record PrefinancingClearingReversed(
    string Fund,
    string ContractId,
    string ReportId,
    Money Amount,
    DateOnly ReversedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Document => $"{ReportId}/reversal";

    string? IFundEvent.Reverses => ReportId;
}
