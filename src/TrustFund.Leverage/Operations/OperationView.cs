namespace TrustFund.Leverage;

/// <summary>An operation that instruments back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Instruments">Codes of the instruments that back it; it counts once, whatever their number.</param>
/// <param name="ExpectedMobilised">The investment it is expected to mobilise, lying inside the fund's target.</param>
/// <param name="RecordedFor">The date it belongs to.</param>
/// <param name="Note">Where it was published, or what is assumed.</param>
public sealed record OperationView(
    string Id,
    string Fund,
    string Name,
    IReadOnlyList<string> Instruments,
    Money ExpectedMobilised,
    DateOnly RecordedFor,
    string? Note)
{
    /// <summary>An operation as it is kept.</summary>
    public static OperationView Of(Operation operation) => new(
        operation.Id,
        operation.Fund,
        operation.Name,
        operation.Instruments,
        new(operation.ExpectedMobilised, Currency.Of(operation.Currency)),
        operation.RecordedFor,
        operation.Note);
}
