namespace TrustFund.Events.Leverage.V1;

/// <summary>An entry of an operation was reversed as a whole, which happens to an entry once; the right figures are a new entry.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="OperationId">Id of the operation.</param>
/// <param name="EntryId">Id of the entry that is reversed.</param>
/// <param name="Kind">What that entry was.</param>
/// <param name="ExpectedChange">By how much this changes expected mobilisation; positive when a cancellation is reversed.</param>
/// <param name="SignedChange">By how much this changes signed mobilisation; positive when a cancellation is reversed.</param>
/// <param name="DisbursedChange">By how much this changes disbursed mobilisation.</param>
/// <param name="ReversedOn">When it was reversed.</param>
/// <param name="Reason">Why.</param>
public sealed record OperationEntryReversed(
    string Fund,
    string OperationId,
    string EntryId,
    OperationEntryKind Kind,
    Money ExpectedChange,
    Money SignedChange,
    Money DisbursedChange,
    DateOnly ReversedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => OperationId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => EntryId;
}
