namespace TrustFund.Demo.Tables;

/// <summary>Jobs that are aimed at. None of them is a result.</summary>
static class Jobs
{
    const string Path = "/funds/EUTF-AFRICA/results";
    const string Unit = "jobs";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var together = (await evidence.Api.Get("contracts", Path, cancellation)).EnumerateArray().Single(total => total.GetProperty("unit").GetString() == Unit);
        var (horn, southSudan, west) = (await Target("hoa"), await Target("south-sudan"), await Target("slc"));
        return FigureTable.List(
            "EUTF-AFRICA: jobs, targets and results apart",
            Evidence.FromService("Contracts", Path),
            evidence.Figures,
            [
                ("jobs-hoa", horn), ("jobs-south-sudan", southSudan), ("jobs-horn", horn + southSudan), ("jobs-slc", west),
                ("jobs-targets", together.Number("target")), ("jobs-results", together.Number("result")),
            ],
            [
                "Targets of December 2017, recorded with the programmes they belong to. Targets and results are never added.",
                .. evidence.OthersIn("EUTF-AFRICA"),
            ]);

        async Task<decimal> Target(string key) =>
            (await evidence.Api.Get("contracts", $"/funds/EUTF-AFRICA/indicators/{evidence.Ids[$"jobs-{key}"]}", cancellation)).Number("target", "value");
    }
}
