using System.Text.Json;

namespace TrustFund.Demo.Tables;

/// <summary>What the EU and its Member States contracted to IOM in two years, and the projects, of which only a lower bound is known.</summary>
static class Iom
{
    const string Fund = "IOM-EU";
    const string Union = "EU";

    static readonly DateOnly FirstYearsEnd = new(2015, 12, 31);

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var first = Year.Of(await evidence.Reports.Get(Fund, "donors", FirstYearsEnd, cancellation));
        var both = Year.Of(await evidence.Report(Fund, "donors", cancellation));
        var second = both.Less(first);
        var contracted = (await evidence.Report(Fund, "state-of-play", cancellation)).Amount("total", "contracted");
        var projects = (await evidence.Api.Get("contracts", $"/funds/{Fund}/actions/{evidence.Ids["iom-projects"]}", cancellation)).Number("programmes");
        return FigureTable.List(
            "Projects contracted to IOM: a fund of its own",
            evidence.FromAudit(Fund, "donors, as of the end of each year, and state-of-play; their number from Contracts"),
            evidence.Figures,
            [
                ("iom-2015", first.Total), ("iom-eu-2015", first.Union), ("iom-states-2015", first.States), ("iom-share-2015", first.Share),
                ("iom-2016", second.Total), ("iom-eu-2016", second.Union), ("iom-states-2016", second.States),
                ("iom-share-2016", second.Share), ("iom-share-printed", second.Share),
                ("iom-growth", Growth(first.Total, second.Total)),
                ("iom-eu-growth", Growth(first.Union, second.Union)),
                ("iom-states-growth", Growth(first.States, second.States)),
                ("iom-total", both.Total),
                ("iom-projects", projects), ("iom-value", contracted),
                ("iom-mean", Money.Rounded(contracted / projects, Currency.Euro).Amount),
            ],
            "What was contracted in a year stands as pledged in it. The 543 projects are one lower bound with their number: no split is invented.");
    }

    static decimal Growth(decimal before, decimal after) => decimal.Round(((after / before) - 1) * 100, 2, MidpointRounding.AwayFromZero);

    /// <summary>What was contracted, by whom.</summary>
    sealed record Year(decimal Union, decimal States)
    {
        public decimal Total => Union + States;

        public decimal Share => Shares.OfHundred([Union, States], 2)[0];

        public static Year Of(JsonElement statement)
        {
            var union = statement.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("donor").GetString() == Iom.Union).Amount("pledged");
            return new(union, statement.Amount("total", "pledged") - union);
        }

        public Year Less(Year earlier) => new(Union - earlier.Union, States - earlier.States);
    }
}
