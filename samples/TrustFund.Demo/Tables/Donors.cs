using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>What the donors of EUTF-AFRICA, apart from the Union itself, promised, paid and still owe.</summary>
static class Donors
{
    const string Fund = "EUTF-AFRICA";
    const string Report = "donors";
    const string Union = "EU";
    const string Others = "EUTF-OTHERS";

    static readonly (string Code, string Name)[] Named =
        [("DE", "Germany"), ("IT", "Italy"), ("PT", "Portugal"), ("SI", "Slovenia"), ("RO", "Romania")];

    static readonly (string Window, string Figure)[] Earmarks = [("SLC", "pt-slc"), ("HOA", "pt-hoa"), ("NOA", "pt-noa")];

    static readonly string[] Stages = ["pledged", "received", "outstanding"];

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var statement = await evidence.Report(Fund, Report, cancellation);
        var donors = statement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("donor").GetString()!);
        return new(
            "EUTF-AFRICA: donors' outstanding amounts, EUR m",
            evidence.FromAudit(Fund, Report),
            ["Pledged", "Received", "Outstanding"],
            "published",
            [
                .. Named.Select(donor => Line(evidence, donor.Name, stage => donors[donor.Code].Amount(stage), donor.Code.ToLowerInvariant())),
                Line(evidence, "Others, not itemised by the source", stage => donors[Others].Amount(stage), null),
                Line(evidence, "Total of 28 donors", stage => statement.Amount("total", stage) - donors[Union].Amount(stage), "total"),
            ],
            [
                $"Source: {evidence.Figures.SourceOf(evidence.Figures["donor-total-pledged"])}. * = pledged less received.",
                "The source leaves blank what was received from Slovenia and Romania: that it was nothing is assumed.",
            ]);
    }

    public static FigureTable EarmarksOf(Evidence evidence) => FigureTable.List(
        "Portugal's 1.8 m, by the window it is earmarked to",
        evidence.FromJournals,
        evidence.Figures,
        [.. Earmarks.Select(earmark => (earmark.Figure, evidence.Books.Of(Fund, Stage.Earmarked, $"PT/{earmark.Window}")))]);

    static Row Line(Evidence evidence, string name, Func<string, decimal> amount, string? figure) => new(
        name, [.. Stages.Select(stage => Cell.Millions(amount(stage), figure is null ? null : evidence.Figures.Find($"donor-{figure}-{stage}")))]);
}
