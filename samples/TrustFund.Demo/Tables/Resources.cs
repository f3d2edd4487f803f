using System.Text.Json;

namespace TrustFund.Demo.Tables;

/// <summary>What donors promised EUTF-AFRICA, and whose it is.</summary>
static class Resources
{
    const string Fund = "EUTF-AFRICA";
    const string Report = "donors";
    const string Union = "EU";

    public static async Task<FigureTable> At2017(Evidence evidence, CancellationToken cancellation)
    {
        var (union, others) = Parts(await evidence.Report(Fund, Report, cancellation), "pledged");
        var shares = Shares.OfHundred([union, others], 2);
        return FigureTable.List(
            "EUTF-AFRICA: resources pledged and their shares",
            evidence.FromAudit(Fund, Report),
            evidence.Figures,
            [
                ("eutf-eu", union),
                ("eutf-others", others),
                ("eutf-total", union + others),
                ("eutf-total-rounded", union + others),
                ("eutf-share-eu", shares[0]),
                ("eutf-share-others", shares[1]),
            ],
            [
                "408.6 m is pledged, not cash: nothing is received yet in this story.",
                "The factsheet's introduction says 3.3 bn: an older or truncated figure of the same stock, compared with nothing here.",
            ]);
    }

    public static async Task<FigureTable> At2018(Evidence evidence, CancellationToken cancellation)
    {
        var statement = await evidence.Report(Fund, Report, cancellation);
        var (union, others) = Parts(statement, "pledged");
        return FigureTable.List(
            "EUTF-AFRICA: resources",
            evidence.FromAudit(Fund, Report),
            evidence.Figures,
            [
                ("2018-eu", union),
                ("2018-others", others),
                ("2018-received", Parts(statement, "received").Others),
                ("2018-outstanding", Parts(statement, "outstanding").Others),
            ],
            "Received from the EU's own funds: not itemised by the source; 479.0 m is assumed and not compared.");
    }

    static (decimal Union, decimal Others) Parts(JsonElement statement, string stage)
    {
        var union = statement.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("donor").GetString() == Union).Amount(stage);
        return (union, statement.Amount("total", stage) - union);
    }
}
