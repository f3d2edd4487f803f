namespace TrustFund.Events.Disbursements.V1;

/// <summary>A paid cost was booked wrongly, or came back, and is taken back whole.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="CostId">Id of the cost.</param>
/// <param name="Kind">`management` or `bank-charge`.</param>
/// <param name="Amount">What the cost was, whole.</param>
/// <param name="ReversedOn">The date on which the correction takes effect.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attribution">Whose money it gives back, adding up to the amount; every part above zero.</param>
public sealed record CostReversed(
    string Fund,
    string CostId,
    string Kind,
    Money Amount,
    DateOnly ReversedOn,
    string Reason,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => CostId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => CostId;
}
