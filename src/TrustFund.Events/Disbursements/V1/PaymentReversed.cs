namespace TrustFund.Events.Disbursements.V1;

/// <summary>An executed payment was booked wrongly and is taken back whole: the contract has it open again, and the fund its cash.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What the payment was, whole.</param>
/// <param name="ReversedOn">The date on which the correction takes effect.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attribution">Whose money it gives back, adding up to the amount; every part above zero.</param>
public sealed record PaymentReversed(
    string Fund,
    string DisbursementId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    DateOnly ReversedOn,
    string Reason,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => DisbursementId;
}
