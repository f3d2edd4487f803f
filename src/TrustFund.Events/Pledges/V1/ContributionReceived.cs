namespace TrustFund.Events.Pledges.V1;

/// <summary>Money of a donor arrived on the fund's account. What exceeds the certified amount waits unallocated and is not spent.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="ReceiptId">Id of the receipt.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What arrived, above zero: allocated and unallocated together.</param>
/// <param name="Allocated">The part within the certified amount: the fund may spend it.</param>
/// <param name="Unallocated">The part above it: held, never spent.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
public sealed record ContributionReceived(
    string Fund,
    string PledgeId,
    string ReceiptId,
    string Donor,
    Money Amount,
    Money Allocated,
    Money Unallocated,
    DateOnly ReceivedOn,
    string BankReference) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => ReceivedOn;
}
