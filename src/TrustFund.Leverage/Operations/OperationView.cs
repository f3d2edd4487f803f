using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage;

/// <summary>An operation that instruments back.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Instruments">Codes of the instruments that back it; it counts once, whatever their number.</param>
/// <param name="ExpectedMobilised">The investment it is expected to mobilise, as it was recorded, lying inside the fund's target.</param>
/// <param name="RecordedFor">The date it belongs to.</param>
/// <param name="Note">Where it was published, or what is assumed.</param>
/// <param name="Status">`expected`, `signed`, `cancelled` or `reversed`.</param>
/// <param name="Expected">What is expected of it: after a cancellation, no more than was disbursed.</param>
/// <param name="Signed">What its financiers signed for.</param>
/// <param name="Disbursed">What they have paid in.</param>
/// <param name="SignedOn">When it was signed.</param>
/// <param name="CancelledOn">When it was cancelled.</param>
/// <param name="ReversedOn">When its record was reversed.</param>
/// <param name="ReversalReason">Why its record was reversed.</param>
public sealed record OperationView(
    string Id,
    string Fund,
    string Name,
    IReadOnlyList<string> Instruments,
    Money ExpectedMobilised,
    DateOnly RecordedFor,
    string? Note,
    OperationStatus Status,
    OperationFigureView Expected,
    OperationFigureView Signed,
    OperationFigureView Disbursed,
    DateOnly? SignedOn,
    DateOnly? CancelledOn,
    DateOnly? ReversedOn,
    string? ReversalReason)
{
    /// <summary>An operation as it is kept.</summary>
    public static OperationView Of(Operation operation) => new(
        operation.Id,
        operation.Fund,
        operation.Name,
        operation.Instruments,
        operation.Books(operation.ExpectedMobilised),
        operation.RecordedFor,
        operation.Note,
        operation.Status(),
        OperationFigureView.Of(operation, Measure.Expected),
        OperationFigureView.Of(operation, Measure.Signed),
        OperationFigureView.Of(operation, Measure.Disbursed),
        operation.SignedOn,
        operation.CancelledOn,
        operation.ReversedOn,
        operation.ReversalReason);
}

/// <summary>One of an operation's three figures, which are never added to each other.</summary>
/// <param name="Measure">Which figure it is.</param>
/// <param name="Investment">The total investment: grants, public, private and what is not itemised.</param>
/// <param name="Grants">The fund's grants in it.</param>
/// <param name="Public">The public financiers' part.</param>
/// <param name="Private">The private financiers' part.</param>
/// <param name="NotItemised">What is expected without it being known who brings it.</param>
/// <param name="AttributedPrivate">The private finance attributed to the fund.</param>
/// <param name="Amounts">How much of each instrument backs it; empty where that is not itemised.</param>
/// <param name="Financiers">What each financier puts in.</param>
public sealed record OperationFigureView(
    Measure Measure,
    Money Investment,
    Money Grants,
    Money Public,
    Money Private,
    Money NotItemised,
    Money AttributedPrivate,
    IReadOnlyList<InstrumentAmount> Amounts,
    IReadOnlyList<FinancierAmount> Financiers)
{
    /// <summary>A figure of an operation.</summary>
    public static OperationFigureView Of(Operation operation, Measure measure)
    {
        var figures = operation.Figures(measure);
        return new(
            measure,
            operation.Books(figures.Investment),
            operation.Books(figures.Grants),
            operation.Books(figures.Public),
            operation.Books(figures.Private),
            operation.Books(figures.NotItemised),
            operation.Books(figures.Attributed),
            [.. figures.Amounts.Select(part => new InstrumentAmount(part.Instrument, operation.Books(part.Amount)))],
            [.. figures.Financiers.Select(part => new FinancierAmount(part.Financier, part.Kind, operation.Books(part.Amount)))]);
    }
}
