namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor promised more under the same pledge.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="By">What is added, above zero.</param>
/// <param name="RaisedOn">When it was raised.</param>
public sealed record PledgeRaised(
    string Fund,
    string PledgeId,
    string Donor,
    Money By,
    DateOnly RaisedOn) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => RaisedOn;
}
