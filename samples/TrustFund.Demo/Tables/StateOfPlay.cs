using System.Globalization;

namespace TrustFund.Demo.Tables;

/// <summary>Approved, contracted and paid of EUTF-AFRICA, as Audit reports it.</summary>
static class StateOfPlay
{
    const string Fund = "EUTF-AFRICA";
    const string Report = "state-of-play";

    static readonly (string Window, string Name)[] Windows = [("HOA", "Horn of Africa"), ("NOA", "North of Africa"), ("SLC", "Sahel & Lake Chad")];

    /// <summary>By window, beside what was published on the day.</summary>
    public static async Task<FigureTable> ByWindow(Evidence evidence, CancellationToken cancellation)
    {
        var figures = evidence.Figures;
        var play = await evidence.Report(Fund, Report, cancellation);
        var windows = play.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("key").GetString()!);
        var (across, total) = (play.GetProperty("crossWindow"), play.GetProperty("total"));
        string Millions(string member) => (total.Amount(member) / 1_000_000m).ToString("#,##0.0#######", CultureInfo.InvariantCulture);
        return new(
            "EUTF-AFRICA: state of play by window, EUR m",
            evidence.FromAudit(Fund, Report),
            ["Approved", "Contracted", "Paid"],
            "published",
            [
                .. Windows.Select(window => new Row(window.Name,
                    [.. Stages.Select(stage => Cell.Millions(windows[window.Window].Amount(stage), figures[$"play-{window.Window.ToLowerInvariant()}-{stage}"]))])),
                new Row($"Cross-window, {across.Number("actions")} actions",
                [
                    Cell.Inside(across.Amount("approvedForCrossWindow"), figures["play-cross-approved"]),
                    Cell.Millions(across.Amount("contracted"), figures["play-cross-contracted"]),
                    Cell.Millions(across.Amount("paid"), figures["play-cross-paid"]),
                ]),
                new Row("Total", [.. Stages.Select(stage => Cell.Millions(total.Amount(stage), figures[$"play-total-{stage}"]))]),
            ],
            [
                $"Source: {figures.SourceOf(figures["play-total-approved"])}. In brackets: already inside the windows' approved amounts, not added to the total.",
                $"Follows from the totals: approved and not contracted (RAC) {Millions("rac")}, contracted and not paid (RAL) {Millions("ral")}.",
                "How the four cross-window actions divide over the windows is assumed; see the assumptions below.",
            ]);
    }

    /// <summary>The fund's totals before anything but the three programmes was booked.</summary>
    public static async Task<FigureTable> Then(Evidence evidence, CancellationToken cancellation)
    {
        var total = (await evidence.Report(Fund, Report, cancellation)).GetProperty("total");
        return FigureTable.List(
            string.Create(CultureInfo.InvariantCulture, $"EUTF-AFRICA: state of play as of {evidence.Date:yyyy-MM-dd}"),
            evidence.FromAudit(Fund, Report),
            evidence.Figures,
            [.. Stages.Select(stage => ($"then-{stage}", total.Amount(stage)))],
            "The same report as of a later date has what was booked by then; asked as of this one, it says this whatever came after.");
    }

    static IEnumerable<string> Stages => ["approved", "contracted", "paid"];
}
