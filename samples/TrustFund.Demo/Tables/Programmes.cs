namespace TrustFund.Demo.Tables;

/// <summary>Three programmes that were adopted together, of which one lower bound was published.</summary>
static class Programmes
{
    const string Path = "/funds/EUTF-AFRICA/actions";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var action = await evidence.Api.Get("contracts", $"{Path}/{evidence.Ids["action-programmes"]}", cancellation);
        var approvals = (await evidence.Api.Get("contracts", $"{Path}?limit=200", cancellation)).GetProperty("items").EnumerateArray()
            .Count(other => other.GetProperty("title").GetString() == action.GetProperty("title").GetString());
        var table = FigureTable.List(
            "EUTF-AFRICA: three programmes adopted together",
            Evidence.FromService("Contracts", Path),
            evidence.Figures,
            [
                ("programmes", action.Number("programmes")),
                ("programmes-approvals", approvals),
                ("programmes-approved", action.Amount("originallyApproved")),
            ],
            [
                "They lie inside what the state of play of 2018-10-16 says was approved, and are not added to it.",
                "That they are of the window Sahel & Lake Chad is assumed.",
            ]);
        return table with { Rows = [.. table.Rows, new Row("How the amount was published", [Cell.Said(action.GetProperty("qualifier").GetString()!, "over")])] };
    }
}
