namespace TrustFund.Events.Audit.V1;

/// <summary>Every service, Audit too, has closed the period: its figures are final, whoever asks for them.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="Through">The last day of the period.</param>
/// <param name="Sequences">The position of each service's own <c>PeriodClosed</c>, which is where its period ends; Audit's own is this entry.</param>
public sealed record PeriodClosed(
    string Fund,
    string RequestId,
    DateOnly Through,
    IReadOnlyList<SourceSequence> Sequences) : IFundEvent
{
    string IFundEvent.Subject => RequestId;
    DateOnly? IFundEvent.ValueDate => null;
}
