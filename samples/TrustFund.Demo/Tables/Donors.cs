using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>What the donors of EUTF-AFRICA, apart from the Union itself, promised, paid and still owe.</summary>
static class Donors
{
    const string Fund = "EUTF-AFRICA";
    const string Others = "EUTF-OTHERS";

    static readonly (string Code, string Name)[] Named =
        [("DE", "Germany"), ("IT", "Italy"), ("PT", "Portugal"), ("SI", "Slovenia"), ("RO", "Romania")];

    static readonly (string Window, string Figure)[] Earmarks = [("SLC", "pt-slc"), ("HOA", "pt-hoa"), ("NOA", "pt-noa")];

    public static FigureTable Of(Evidence evidence)
    {
        var named = Named.Select(donor => Line(evidence, donor.Name, donor.Code, donor.Code.ToLowerInvariant())).ToList();
        var codes = Named.Select(donor => donor.Code).Append(Others).ToList();
        decimal Sum(Stage stage) => codes.Sum(code => evidence.Books.Of(Fund, stage, code));
        return new(
            "EUTF-AFRICA: donors' outstanding amounts, EUR m",
            evidence.FromJournals,
            ["Pledged", "Received", "Outstanding"],
            "published",
            [
                .. named,
                Line(evidence, "Others, not itemised by the source", Others, null),
                Line(evidence, "Total of 28 donors", Sum(Stage.Pledged), Sum(Stage.Received), "total"),
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

    static Row Line(Evidence evidence, string name, string code, string? figure) =>
        Line(evidence, name, evidence.Books.Of(Fund, Stage.Pledged, code), evidence.Books.Of(Fund, Stage.Received, code), figure);

    static Row Line(Evidence evidence, string name, decimal pledged, decimal received, string? figure)
    {
        Cell Compared(decimal amount, string stage) =>
            Cell.Millions(amount, figure is null ? null : evidence.Figures.Find($"donor-{figure}-{stage}"));
        return new(name, [Compared(pledged, "pledged"), Compared(received, "received"), Compared(pledged - received, "outstanding")]);
    }
}
