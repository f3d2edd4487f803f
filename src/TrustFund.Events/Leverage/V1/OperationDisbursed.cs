namespace TrustFund.Events.Leverage.V1;

/// <summary>A part of a signed operation was disbursed: what each financier and instrument has put in, never more than it signed for.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="OperationId">Id of the operation.</param>
/// <param name="DisbursementId">Id of this entry. It is no disbursement of the fund's own account.</param>
/// <param name="Amounts">The grants paid and the cover that took effect with this part; may be empty.</param>
/// <param name="Financiers">What the financiers paid in with this part; may be empty when there are grants.</param>
/// <param name="Investment">The investment of this part: the financiers' amounts and the grants.</param>
/// <param name="DisbursedOn">When it was disbursed.</param>
/// <param name="Reference">Reference of the part.</param>
public sealed record OperationDisbursed(
    string Fund,
    string OperationId,
    string DisbursementId,
    IReadOnlyList<InstrumentAmount> Amounts,
    IReadOnlyList<FinancierAmount> Financiers,
    Money Investment,
    DateOnly DisbursedOn,
    string? Reference) : IFundEvent
{
    string IFundEvent.Subject => OperationId;

    DateOnly? IFundEvent.ValueDate => DisbursedOn;

    string? IFundEvent.Document => DisbursementId;
}
