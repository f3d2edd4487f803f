namespace TrustFund.Events.Pledges.V1;

/// <summary>This service closed its books of a fund: it records nothing dated in the period any more.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request to close.</param>
/// <param name="Through">The last day of the period.</param>
public sealed record PeriodClosed(
    string Fund,
    string RequestId,
    DateOnly Through) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
