namespace TrustFund.Events.Disbursements.V1;

/// <summary>An authorising officer let another act in their place, between two dates and within their own bands.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DelegationId">Id of the delegation.</param>
/// <param name="From">Opaque id of the officer who delegates.</param>
/// <param name="To">Opaque id of the officer who acts.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="UpTo">The largest amount they may authorise in that place; no further limit when null.</param>
public sealed record AuthorityDelegated(
    string Fund,
    string DelegationId,
    string From,
    string To,
    DateOnly StartsOn,
    DateOnly EndsOn,
    Money? UpTo) : IFundEvent
{
    string IFundEvent.Subject => DelegationId;

    DateOnly? IFundEvent.ValueDate => StartsOn;
}
