namespace TrustFund.Events.Audit.V1;

/// <summary>An exception was settled, by a person or because its cause has gone. It comes a second time when the cause of one that was accepted has gone.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ExceptionId">Id of the exception.</param>
/// <param name="Reason">Why it is settled.</param>
/// <param name="Accepted">Whether the difference stands and is accepted as it is: it is raised again only when it changes.</param>
public sealed record ExceptionResolved(
    string Fund,
    string ExceptionId,
    string Reason,
    bool Accepted) : IFundEvent
{
    string IFundEvent.Subject => ExceptionId;
    DateOnly? IFundEvent.ValueDate => null;
}
