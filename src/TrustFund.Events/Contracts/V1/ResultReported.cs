namespace TrustFund.Events.Contracts.V1;

/// <summary>What was achieved was reported: the indicator's whole result up to a day, not what was added since the last report.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="IndicatorId">Id of the indicator.</param>
/// <param name="Actual">What was achieved, in the indicator's unit, zero or more.</param>
/// <param name="AsOf">The day up to which it is counted.</param>
/// <param name="Source">Who reported it, or where.</param>
public sealed record ResultReported(
    string Fund,
    string IndicatorId,
    decimal Actual,
    DateOnly AsOf,
    string Source) : IFundEvent
{
    string IFundEvent.Subject => IndicatorId;

    DateOnly? IFundEvent.ValueDate => AsOf;
}
