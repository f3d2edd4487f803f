namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor confirmed its promise in writing; still not binding.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="ConfirmedOn">When it was confirmed.</param>
/// <param name="Reference">Reference of the letter; null when there is none.</param>
public sealed record PledgeConfirmed(
    string Fund,
    string PledgeId,
    string Donor,
    DateOnly ConfirmedOn,
    string? Reference) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => ConfirmedOn;
}
