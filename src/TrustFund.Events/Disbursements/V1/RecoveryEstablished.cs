namespace TrustFund.Events.Disbursements.V1;

/// <summary>A partner owes a part of what it was paid: a recovery order was established.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What is to come back, above zero.</param>
/// <param name="EstablishedOn">Date of the order.</param>
/// <param name="DueOn">The last day for the partner to pay.</param>
/// <param name="Reason">Why.</param>
public sealed record RecoveryEstablished(
    string Fund,
    string RecoveryId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    DateOnly EstablishedOn,
    DateOnly DueOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => EstablishedOn;
}
