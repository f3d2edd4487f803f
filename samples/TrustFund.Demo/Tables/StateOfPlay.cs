using System.Globalization;
using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>Approved, contracted and paid of EUTF-AFRICA, by window.</summary>
static class StateOfPlay
{
    const string Fund = "EUTF-AFRICA";

    static readonly (string Window, string Name)[] Windows = [("HOA", "Horn of Africa"), ("NOA", "North of Africa"), ("SLC", "Sahel & Lake Chad")];

    public static FigureTable Of(Evidence evidence)
    {
        var (books, figures) = (evidence.Books, evidence.Figures);
        var (approved, contracted, paid) = (books.Total(Fund, Stage.Approved), books.Total(Fund, Stage.Contracted), books.Total(Fund, Stage.Paid));
        string Millions(decimal amount) => (amount / 1_000_000m).ToString("#,##0.0#######", CultureInfo.InvariantCulture);
        return new(
            "EUTF-AFRICA: state of play by window, EUR m",
            evidence.FromJournals,
            ["Approved", "Contracted", "Paid"],
            "published",
            [
                .. Windows.Select(window => new Row(window.Name,
                [
                    Compared(Stage.Approved, window.Window),
                    Compared(Stage.Contracted, window.Window),
                    Compared(Stage.Paid, window.Window),
                ])),
                new Row("Cross-window, 4 actions",
                [
                    Cell.Inside(books.Of(Fund, Stage.ApprovedAcross, FundBooks.CrossWindow), figures["play-cross-approved"]),
                    Cell.Millions(books.Of(Fund, Stage.Contracted, FundBooks.CrossWindow), figures["play-cross-contracted"]),
                    Cell.Millions(books.Of(Fund, Stage.Paid, FundBooks.CrossWindow), figures["play-cross-paid"]),
                ]),
                new Row("Total",
                [
                    Cell.Millions(approved, figures["play-total-approved"]),
                    Cell.Millions(contracted, figures["play-total-contracted"]),
                    Cell.Millions(paid, figures["play-total-paid"]),
                ]),
            ],
            [
                $"Source: {figures.SourceOf(figures["play-total-approved"])}. In brackets: already inside the windows' approved amounts, not added to the total.",
                $"Follows from the totals: approved and not contracted (RAC) {Millions(approved - contracted)}, contracted and not paid (RAL) {Millions(contracted - paid)}.",
                "How the four cross-window actions divide over the windows is assumed; see the assumptions below.",
            ]);

        Cell Compared(Stage stage, string window) => Cell.Millions(
            books.Of(Fund, stage, window), figures[$"play-{window.ToLowerInvariant()}-{stage.ToString().ToLowerInvariant()}"]);
    }
}
