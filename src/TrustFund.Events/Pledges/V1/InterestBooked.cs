namespace TrustFund.Events.Pledges.V1;

/// <summary>The fund's own account earned interest, or was charged it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="InterestId">Id of the entry.</param>
/// <param name="Amount">Signed: below zero when the bank charged it.</param>
/// <param name="AddsToAvailability">Whether the fund's rules let it be spent: the fund's availability changes by it.</param>
/// <param name="ValueOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Note">A remark; null when there is none.</param>
public sealed record InterestBooked(
    string Fund,
    string InterestId,
    Money Amount,
    bool AddsToAvailability,
    DateOnly ValueOn,
    string BankReference,
    string? Note) : IFundEvent
{
    string IFundEvent.Subject => InterestId;

    DateOnly? IFundEvent.ValueDate => ValueOn;

    string? IFundEvent.Document => InterestId;
}
