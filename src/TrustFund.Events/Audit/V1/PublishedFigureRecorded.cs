namespace TrustFund.Events.Audit.V1;

/// <summary>Somebody wrote down a figure that was published about a fund, to be compared with the ledger as an interval.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="FigureId">Id of the figure.</param>
/// <param name="Name">What it was called where it was published.</param>
/// <param name="Measure">What of the ledger it is compared with: `pledged`, `certified`, `received`, `outstanding`, `approved`, `contracted`, `paid` or `cash`; or, counted, `actions`, `programmes`, `contracts` or `payments`.</param>
/// <param name="Window">The window it is about, `*` for cross-window actions; the whole fund when null.</param>
/// <param name="Value">The figure as published, in its unit.</param>
/// <param name="Unit">The unit of the value: a currency code, alone or after a scale, such as `EUR`, `m EUR` or `bn EUR`; `count` for what is counted.</param>
/// <param name="Qualifier">How it was published: exact, over, almost, about, or up to.</param>
/// <param name="Decimals">How many decimals of the unit it was published with: it stands for every amount that rounds to it.</param>
/// <param name="AsOf">The booking date it is about.</param>
/// <param name="Source">Where it was published.</param>
public sealed record PublishedFigureRecorded(
    string Fund,
    string FigureId,
    string Name,
    string Measure,
    string? Window,
    decimal Value,
    string Unit,
    Qualifier Qualifier,
    int Decimals,
    DateOnly AsOf,
    string Source) : IFundEvent
{
    string IFundEvent.Subject => FigureId;
    // It is written down now, whatever period it speaks of: a closed one too.
    DateOnly? IFundEvent.ValueDate => null;
}
