namespace TrustFund.Events.Contracts.V1;

/// <summary>The target of an indicator was set, in place of an earlier one. A target is not a result.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="IndicatorId">Id of the indicator.</param>
/// <param name="Target">What is to be achieved, in the indicator's unit, above zero.</param>
/// <param name="By">By when.</param>
/// <param name="SetOn">Date of the document that sets it.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record ResultTargetSet(
    string Fund,
    string IndicatorId,
    decimal Target,
    DateOnly By,
    DateOnly SetOn,
    string Source) : IFundEvent
{
    string IFundEvent.Subject => IndicatorId;

    DateOnly? IFundEvent.ValueDate => SetOn;
}
