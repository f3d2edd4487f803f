namespace TrustFund.Events.Disbursements.V1;

/// <summary>This service takes no more entries into the period: the sequence of this very fact is where it closed.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request that Audit recorded.</param>
/// <param name="Through">The last day of the period.</param>
public sealed record PeriodClosed(
    string Fund,
    string RequestId,
    DateOnly Through) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
