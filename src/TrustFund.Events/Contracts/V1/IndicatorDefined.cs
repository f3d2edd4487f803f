namespace TrustFund.Events.Contracts.V1;

/// <summary>What an action, or one contract of it, is to achieve can be counted by this indicator.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="IndicatorId">Id of the indicator.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="ContractId">Id of the contract; null when it is counted for the action as a whole.</param>
/// <param name="Name">What is counted, such as `Jobs created`.</param>
/// <param name="Unit">The unit it is counted in, such as `jobs`; never money.</param>
public sealed record IndicatorDefined(
    string Fund,
    string IndicatorId,
    string ActionId,
    string? ContractId,
    string Name,
    string Unit) : IFundEvent
{
    string IFundEvent.Subject => IndicatorId;

    DateOnly? IFundEvent.ValueDate => null;
}
