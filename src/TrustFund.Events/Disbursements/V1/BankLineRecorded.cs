namespace TrustFund.Events.Disbursements.V1;

/// <summary>One line of a bank statement.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="StatementId">Id of the statement.</param>
/// <param name="LineId">Id of the line.</param>
/// <param name="ValueOn">The bank's value date.</param>
/// <param name="Amount">What came in; negative for what went out.</param>
/// <param name="Reference">The bank's reference of the line.</param>
/// <param name="Counterparty">Who paid or was paid, where the bank says.</param>
/// <param name="Description">What the bank says it is for.</param>
public sealed record BankLineRecorded(
    string Fund,
    string StatementId,
    string LineId,
    DateOnly ValueOn,
    Money Amount,
    string Reference,
    string? Counterparty,
    string? Description) : IFundEvent
{
    string IFundEvent.Subject => LineId;

    DateOnly? IFundEvent.ValueDate => null;
}
