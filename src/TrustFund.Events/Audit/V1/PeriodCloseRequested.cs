namespace TrustFund.Events.Audit.V1;

/// <summary>A period of a fund is to be closed. Every service answers with a <c>PeriodClosed</c> of its own; until all have, it is pending.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="Through">The last day of the period: nothing books on it or before it any more.</param>
/// <param name="Reason">Why it is closed, where it is more than the calendar.</param>
public sealed record PeriodCloseRequested(
    string Fund,
    string RequestId,
    DateOnly Through,
    string? Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;
    DateOnly? IFundEvent.ValueDate => Through;
}
