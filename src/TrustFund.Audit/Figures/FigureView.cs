namespace TrustFund.Audit.Figures;

/// <summary>A published figure as it was written down.</summary>
/// <param name="Id">Id of the figure.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Name">What it was called where it was published.</param>
/// <param name="Measure">What of the ledger it is compared with.</param>
/// <param name="Window">The window it is about; `*` for cross-window actions; the whole fund when null.</param>
/// <param name="Value">The figure, in its unit.</param>
/// <param name="Unit">Its unit: `EUR`, `m EUR`, `bn EUR`; `count` for a number.</param>
/// <param name="Qualifier">How it was published.</param>
/// <param name="Decimals">With how many decimals of the unit.</param>
/// <param name="AsOf">The booking date it is about.</param>
/// <param name="Source">Where it was published.</param>
sealed record FigureView(
    string Id,
    string Fund,
    string Name,
    string Measure,
    string? Window,
    decimal Value,
    string Unit,
    Qualifier Qualifier,
    int Decimals,
    DateOnly AsOf,
    string Source)
{
    public static FigureView Of(FigureFacts kept) => new(
        kept.Id, kept.Fund, kept.Name, kept.Measure, kept.WindowCode, kept.Value, kept.Unit, kept.Qualifier, kept.Decimals, kept.AsOf, kept.Publication);
}
