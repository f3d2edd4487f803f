namespace TrustFund.Events.Disbursements.V1;

/// <summary>A second person authorised a management cost: cash and the management-cost ceiling are reserved for it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="CostId">Id of the cost.</param>
/// <param name="Amount">What is reserved.</param>
/// <param name="InPlaceOf">Opaque id of the officer whose delegate authorised it; null for one who did so in their own right.</param>
public sealed record CostAuthorised(
    string Fund,
    string CostId,
    Money Amount,
    string? InPlaceOf = null) : IFundEvent
{
    string IFundEvent.Subject => CostId;

    DateOnly? IFundEvent.ValueDate => null;
}
