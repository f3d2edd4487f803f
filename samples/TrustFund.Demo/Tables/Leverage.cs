namespace TrustFund.Demo.Tables;

/// <summary>What the EIP's input mobilises, on both bases, and what it would if others matched it.</summary>
static class Leverage
{
    const string Path = "/funds/EIP/leverage";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var headline = await evidence.Api.Get("leverage", $"{Path}?basis=headline", cancellation);
        var cash = await evidence.Api.Get("leverage", $"{Path}?basis=cash", cancellation);
        var matched = await evidence.Api.Get("leverage", $"{Path}/scenarios/matched?by=1&basis=headline", cancellation);
        var instruments = headline.GetProperty("instruments").EnumerateArray().ToDictionary(instrument => instrument.GetProperty("code").GetString()!);
        return FigureTable.List(
            "External Investment Plan: leverage",
            Evidence.FromService("Leverage", $"{Path} and {Path}/scenarios/matched"),
            evidence.Figures,
            [
                ("eip-input", headline.Amount("input")),
                ("eip-blending", instruments["BLENDING"].Amount("face")),
                ("eip-guarantee", instruments["GUARANTEE"].Amount("face")),
                ("eip-mobilised", headline.Amount("mobilised", "amount")),
                ("eip-ratio", headline.Number("ratio")),
                ("eip-provisioning", instruments["GUARANTEE"].Amount("provisioning")),
                ("eip-cash", cash.Amount("input")),
                ("eip-ratio-cash", cash.Number("ratio")),
                ("eip-matched-input", matched.Amount("input")),
                ("eip-matched", matched.Amount("mobilised")),
                ("eip-matched-ratio", matched.Number("ratio")),
                ("eip-actual", matched.Amount("actual", "mobilised", "amount")),
                ("eip-operations-2017", headline.Amount("operations", "expectedMobilised")),
                ("eip-left", headline.Amount("operations", "leftToTarget")),
            ],
            [
                "All of it is expected mobilisation: neither signed nor disbursed. The 9.6 bn of 2017 lies inside the 44 bn and is never added to it.",
                .. evidence.OthersIn("EIP"),
            ]);
    }
}
