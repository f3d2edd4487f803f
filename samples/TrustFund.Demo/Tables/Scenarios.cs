using System.Text.Json;

namespace TrustFund.Demo.Tables;

/// <summary>What would be mobilised if others added to one instrument, beside what is expected, signed and disbursed.</summary>
static class Scenarios
{
    const string Path = "/funds/EIP/leverage";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        Task<JsonElement> Adding(string instrument, string basis) =>
            evidence.Api.Get("leverage", $"{Path}/scenarios/instruments?instrument={instrument}&basis={basis}", cancellation);
        var blending = await Adding("BLENDING:2600000000.00:10.7317", "headline");
        var guarantee = await Adding("GUARANTEE:1500000000.00:10.7317", "headline");
        var provisioned = await Adding("GUARANTEE:1500000000.00:13.1343", "cash");
        var mobilisation = await evidence.Api.Get("leverage", $"{Path}/mobilisation", cancellation);
        return FigureTable.List(
            "External Investment Plan: what if others added to one instrument (scenarios)",
            Evidence.FromService("Leverage", $"{Path}/scenarios/instruments and {Path}/mobilisation"),
            evidence.Figures,
            [
                ("scenario-blending-input", blending.Amount("input")),
                ("scenario-blending", blending.Amount("mobilised")),
                ("scenario-blending-ratio", blending.Number("ratio")),
                ("scenario-guarantee-input", guarantee.Amount("input")),
                ("scenario-guarantee", guarantee.Amount("mobilised")),
                ("scenario-guarantee-ratio", guarantee.Number("ratio")),
                ("scenario-cash-input", provisioned.Amount("input")),
                ("scenario-cash", provisioned.Amount("mobilised")),
                ("scenario-cash-ratio", provisioned.Number("ratio")),
                ("scenario-actual", blending.Amount("actual", "mobilised", "amount")),
                ("blended-expected", mobilisation.Amount("expected", "investment")),
                ("blended-signed", mobilisation.Amount("signed", "investment")),
                ("blended-disbursed", mobilisation.Amount("disbursed", "investment")),
            ],
            [
                "That an instrument mobilises at the ratio of the whole plan is assumed: no ratio of its own is published.",
                "Expected, signed and disbursed are three figures; no scenario is in any of them.",
                .. evidence.OthersIn("EIP"),
            ]);
    }
}
