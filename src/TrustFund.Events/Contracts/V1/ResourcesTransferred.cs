namespace TrustFund.Events.Contracts.V1;

/// <summary>A part of what one window had by allocation, and had not approved, became another window's: both sides at once.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="TransferId">Id of the transfer.</param>
/// <param name="From">Code of the window that gives.</param>
/// <param name="To">Code of the window that takes.</param>
/// <param name="Amount">What was transferred, above zero.</param>
/// <param name="DecidedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
public sealed record ResourcesTransferred(
    string Fund,
    string TransferId,
    string From,
    string To,
    Money Amount,
    DateOnly DecidedOn,
    string Decision) : IFundEvent
{
    string IFundEvent.Subject => TransferId;

    DateOnly? IFundEvent.ValueDate => DecidedOn;
}
