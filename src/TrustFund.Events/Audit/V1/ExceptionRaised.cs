namespace TrustFund.Events.Audit.V1;

/// <summary>
/// Something does not fit: the ledger differs from a service's own balance or from a published figure, or a fact broke a rule of the
/// fund. Somebody has to look at it.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ExceptionId">Id of the exception.</param>
/// <param name="Kind">What does not fit, such as `ledger-differs-from-service` or `contracted-above-approved`.</param>
/// <param name="Subject">What it is about: a balance's name, or the id of an action, contract or figure.</param>
/// <param name="Detail">A sentence with the figures that differ.</param>
/// <param name="Difference">By how much, signed, in the fund's currency; null where it is not an amount.</param>
/// <param name="Source">The service whose fact showed it; null when a comparison did.</param>
/// <param name="Sequence">The sequence of that fact in its source's journal.</param>
public sealed record ExceptionRaised(
    string Fund,
    string ExceptionId,
    string Kind,
    string Subject,
    string Detail,
    Money? Difference,
    string? Source,
    long? Sequence) : IFundEvent
{
    string IFundEvent.Subject => ExceptionId;
    DateOnly? IFundEvent.ValueDate => null;
}
