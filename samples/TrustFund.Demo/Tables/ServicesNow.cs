using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>The services' present answers about EUTF-AFRICA, beside what the journals add up to: the story's last date is the present.</summary>
static class ServicesNow
{
    const string Fund = "EUTF-AFRICA";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        const string title = "EUTF-AFRICA: the services' own answers";
        const string from = "What Pledges, Contracts, Disbursements and Audit answer now, beside the fold of this story's journal entries.";
        // Somebody else's entries are in the answers and not in this story: then the two cannot be expected to be equal.
        if (evidence.OthersIn(Fund) is { Count: > 0 } others)
            return new(title, from, ["The services"], "The journals", [], [.. others, "So the answers are not compared."]);
        var totals = (await evidence.Api.Get("pledges", $"/funds/{Fund}", cancellation)).GetProperty("totals");
        var balances = await evidence.Api.Get("contracts", $"/funds/{Fund}/balances", cancellation);
        var cash = await evidence.Api.Get("disbursements", $"/funds/{Fund}/cash", cancellation);
        var ledger = (await evidence.Reports.Get(Fund, "state-of-play", asOf: null, cancellation)).GetProperty("total");
        var donors = (await evidence.Reports.Get(Fund, "donors", asOf: null, cancellation)).GetProperty("total");
        var (books, received, paid) = (evidence.Books, evidence.Books.Total(Fund, Stage.Received), evidence.Books.Total(Fund, Stage.Paid));
        List<Row> rows =
        [
            Line("Pledges: pledged", totals.Amount("pledged"), books.Total(Fund, Stage.Pledged)),
            Line("Pledges: certified", totals.Amount("certified"), books.Total(Fund, Stage.Certified)),
            Line("Pledges: received", totals.Amount("received"), received),
            Line("Contracts: approved", balances.Amount("total", "approved"), books.Total(Fund, Stage.Approved)),
            Line("Contracts: contracted", balances.Amount("total", "contracted"), books.Total(Fund, Stage.Contracted)),
            Line("Contracts: paid", balances.Amount("total", "paid"), paid),
            Line("Contracts: contracted under cross-window actions", balances.Amount("crossWindow", "contracted"), books.Of(Fund, Stage.Contracted, FundBooks.CrossWindow)),
            Line("Disbursements: cash received", cash.Amount("received"), received),
            Line("Disbursements: cash left", cash.Amount("available"), received - paid),
            Line("Audit: pledged", donors.Amount("pledged"), books.Total(Fund, Stage.Pledged)),
            Line("Audit: certified", donors.Amount("certified"), books.Total(Fund, Stage.Certified)),
            Line("Audit: received", donors.Amount("received"), received),
            Line("Audit: approved", ledger.Amount("approved"), books.Total(Fund, Stage.Approved)),
            Line("Audit: contracted", ledger.Amount("contracted"), books.Total(Fund, Stage.Contracted)),
            Line("Audit: paid", ledger.Amount("paid"), paid),
        ];
        rows.AddRange(balances.GetProperty("windows").EnumerateArray().Select(window => Line(
            $"Contracts: approved in {window.GetProperty("window").GetString()}",
            window.Amount("approved"),
            books.Of(Fund, Stage.Approved, window.GetProperty("window").GetString()!))));
        return new(title, from, ["The services"], "The journals", rows, []);
    }

    static Row Line(string label, decimal answered, decimal folded) => new(label, [Cell.Answered(answered, folded)]);
}
