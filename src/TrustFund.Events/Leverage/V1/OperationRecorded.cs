namespace TrustFund.Events.Leverage.V1;

/// <summary>An operation that instruments back was recorded. It counts once, whatever the number of instruments.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="OperationId">Id of the operation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Instruments">Codes of the instruments that back it, at least one.</param>
/// <param name="ExpectedMobilised">The investment it is expected to mobilise, lying inside the target.</param>
/// <param name="RecordedFor">The date it belongs to.</param>
/// <param name="Note">Where it was published, or what is assumed.</param>
/// <param name="Amounts">How much of each of its instruments is expected to back it; null when that is not itemised.</param>
/// <param name="Financiers">Who is expected to put in how much, as far as that is itemised: with the grants among <paramref name="Amounts"/> at most <paramref name="ExpectedMobilised"/>; null when nothing is.</param>
public sealed record OperationRecorded(
    string Fund,
    string OperationId,
    string Name,
    IReadOnlyList<string> Instruments,
    Money ExpectedMobilised,
    DateOnly RecordedFor,
    string? Note,
    IReadOnlyList<InstrumentAmount>? Amounts = null,
    IReadOnlyList<FinancierAmount>? Financiers = null) : IFundEvent
{
    string IFundEvent.Subject => OperationId;

    DateOnly? IFundEvent.ValueDate => RecordedFor;

    string? IFundEvent.Document => OperationId;
}
