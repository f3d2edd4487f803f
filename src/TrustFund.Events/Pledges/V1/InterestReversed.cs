namespace TrustFund.Events.Pledges.V1;

/// <summary>An entry of interest was reversed, wholly and once.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="InterestId">Id of the entry.</param>
/// <param name="Amount">The amount as it was booked, signed: it is taken back.</param>
/// <param name="AddsToAvailability">As it was booked.</param>
/// <param name="ReversedOn">The date of the reversal.</param>
/// <param name="Reason">Why.</param>
/// <param name="BankReference">The bank's reference that the entry was booked with.</param>
public sealed record InterestReversed(
    string Fund,
    string InterestId,
    Money Amount,
    bool AddsToAvailability,
    DateOnly ReversedOn,
    string Reason,
    string BankReference = "") : IFundEvent
{
    string IFundEvent.Subject => InterestId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => InterestId;
}
