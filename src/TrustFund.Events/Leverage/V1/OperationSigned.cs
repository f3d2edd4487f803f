namespace TrustFund.Events.Leverage.V1;

/// <summary>An operation was signed with its financiers. What was expected of it stays what it was: signed mobilisation is a figure of its own.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="OperationId">Id of the operation.</param>
/// <param name="SignatureId">Id of this entry.</param>
/// <param name="Amounts">How much of each of the operation's instruments backs it, each instrument once.</param>
/// <param name="Financiers">What each financier signed for, at least one.</param>
/// <param name="Investment">The total investment signed: the financiers' amounts and the grants; a guarantee's cover is no investment.</param>
/// <param name="SignedOn">When it was signed.</param>
/// <param name="Reference">Reference of what was signed.</param>
public sealed record OperationSigned(
    string Fund,
    string OperationId,
    string SignatureId,
    IReadOnlyList<InstrumentAmount> Amounts,
    IReadOnlyList<FinancierAmount> Financiers,
    Money Investment,
    DateOnly SignedOn,
    string? Reference) : IFundEvent
{
    string IFundEvent.Subject => OperationId;

    DateOnly? IFundEvent.ValueDate => SignedOn;

    string? IFundEvent.Document => SignatureId;
}
