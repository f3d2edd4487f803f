namespace TrustFund.Events.Disbursements.V1;

/// <summary>A report of the partner was accepted: so much of its pre-financing is used up. No money moves.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="ReportId">Id of the clearing.</param>
/// <param name="Amount">What is cleared, above zero and at most the pre-financing still open.</param>
/// <param name="ClearedOn">When the report was accepted.</param>
/// <param name="Report">The report's own reference.</param>
public sealed record PrefinancingCleared(
    string Fund,
    string ContractId,
    string ReportId,
    Money Amount,
    DateOnly ClearedOn,
    string Report) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => ClearedOn;

    string? IFundEvent.Document => ReportId;
}
