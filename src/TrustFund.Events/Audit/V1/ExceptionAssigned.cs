namespace TrustFund.Events.Audit.V1;

/// <summary>A person was given an exception to work on.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ExceptionId">Id of the exception.</param>
/// <param name="Person">Opaque id of the person.</param>
public sealed record ExceptionAssigned(
    string Fund,
    string ExceptionId,
    string Person) : IFundEvent
{
    string IFundEvent.Subject => ExceptionId;
    DateOnly? IFundEvent.ValueDate => null;
}
