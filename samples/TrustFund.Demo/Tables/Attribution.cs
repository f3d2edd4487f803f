using System.Text.Json;
using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>Whose money paid what: the parts of each payment, and everything that each donor's money paid for.</summary>
static class Attribution
{
    const string Fund = "EUTF-AFRICA";

    static readonly (string Key, string Window, string Name)[] Payments =
    [
        ("payment-hoa", "HOA", "Horn of Africa"),
        ("payment-noa", "NOA", "North of Africa"),
        ("payment-slc", "SLC", "Sahel & Lake Chad"),
        ("payment-cross", FundBooks.CrossWindow, "Cross-window"),
    ];

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        foreach (var (key, window, name) in Payments)
        {
            var parts = (await evidence.Report(Fund, $"attribution?document={evidence.Ids[key]}", cancellation)).GetProperty("rows").EnumerateArray().ToList();
            var donors = parts.Select(part => part.GetProperty("donor").GetString()).Distinct().Count();
            rows.Add(new($"Payment, {name}: sum of {parts.Count} parts of {donors} donors", [Answered(parts, evidence.Books.Of(Fund, Stage.Paid, window))]));
            if (evidence.Books.Of(Fund, Stage.Earmarked, $"PT/{window}") is > 0 and var earmarked)
                rows.Add(new("  of which Portugal's earmark, spent first", [Answered(parts.Where(part => IsEarmark(part, window)), earmarked)]));
        }
        var all = await evidence.Report(Fund, "attribution", cancellation);
        rows.AddRange(all.GetProperty("donors").EnumerateArray().Select(donor => new Row(
            $"Paid with money of {donor.GetProperty("donor").GetString()}",
            [Cell.Answered(donor.Amount("amount"), evidence.Books.Of(Fund, Stage.Received, donor.GetProperty("donor").GetString()!))])));
        rows.Add(new("All of it", [Cell.Answered(all.Amount("total"), evidence.Books.Total(Fund, Stage.Paid))]));
        return new(
            "EUTF-AFRICA: whose money was paid",
            evidence.FromAudit(Fund, "attribution"),
            ["Attributed"],
            "Paid, or received",
            rows,
            [
                "Frozen when each payment was executed: the window's earmarks first, then pooled money in proportion, to the cent.",
                "In this story all that was received is paid: 889.0 m, of which the EU's 479.0 m are assumed.",
            ]);
    }

    static bool IsEarmark(JsonElement part, string window) => part.GetProperty("donor").GetString() == "PT" && part.GetProperty("window").GetString() == window;

    static Cell Answered(IEnumerable<JsonElement> parts, decimal theirs) => Cell.Answered(parts.Sum(part => part.Amount("amount")), theirs);
}
