using TrustFund.Events;
using TrustFund.Journal.Imports;

namespace TrustFund.Pledges.Imports;

/// <summary>The rate of a row, which counts the foreign currency for one unit of the fund's.</summary>
/// <param name="Rate">Units of the foreign currency for one unit of the fund's.</param>
/// <param name="Date">The date the rate is of.</param>
/// <param name="Source">Who published it.</param>
sealed record RateCells(decimal Rate, DateOnly Date, string Source)
{
    /// <summary>The columns of a rate, of which nothing can be told while those are not readable that say whether one is needed, and of when.</summary>
    public static IReadOnlyList<ImportColumn> Columns(IReadOnlyList<string> leansOn) =>
    [
        new("fx_rate", "for another currency: units of it for one unit of the fund's; the recorded rate of the month when empty", Required: false, Field: "rate")
        {
            LeansOn = ["fx_date", "fx_source", .. leansOn],
        },
        new("fx_date", "the date the rate is of", Required: false, Field: "rate.date") { LeansOn = ["fx_rate", "fx_source", .. leansOn] },
        new("fx_source", "who published the rate", Required: false),
    ];

    public static RateCells? Read(ImportRow row)
    {
        if (row.Optional("fx_rate") is null)
        {
            if ((row.Optional("fx_date") ?? row.Optional("fx_source", longest: 100)) is not null)
                row.Problem("fx_rate", "A date or a source needs the rate.");
            return null;
        }
        var rate = row.Number("fx_rate");
        if (rate <= 0 || rate >= FxRate.Limit || decimal.Round(rate, FxRate.MaximumDecimals) != rate)
            row.Problem("fx_rate", $"{rate} is no rate: give a number above zero with {FxRate.MaximumDecimals} decimals at most.");
        var (date, source) = (row.Date("fx_date"), row.Text("fx_source", longest: 100));
        return row.IsUnreadable("fx_rate", "fx_date", "fx_source") ? null : new(rate, date, source);
    }

    public RateQuote Between(Currency books, Currency foreign) => new(Rate, books.Code, foreign.Code, Date, Source);
}
