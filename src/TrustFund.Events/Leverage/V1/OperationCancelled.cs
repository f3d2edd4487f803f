namespace TrustFund.Events.Leverage.V1;

/// <summary>An operation was cancelled: what was disbursed remains, and what was expected or signed beyond it is released.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="OperationId">Id of the operation.</param>
/// <param name="CancellationId">Id of this entry.</param>
/// <param name="ExpectedReleased">By how much expected mobilisation falls; nothing where as much was disbursed as expected.</param>
/// <param name="SignedReleased">By how much signed mobilisation falls.</param>
/// <param name="CancelledOn">When it was cancelled.</param>
/// <param name="Reason">Why.</param>
public sealed record OperationCancelled(
    string Fund,
    string OperationId,
    string CancellationId,
    Money ExpectedReleased,
    Money SignedReleased,
    DateOnly CancelledOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => OperationId;

    DateOnly? IFundEvent.ValueDate => CancelledOn;

    string? IFundEvent.Document => CancellationId;
}
