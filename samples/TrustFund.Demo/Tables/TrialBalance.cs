using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>That Audit's ledger balances, fund by fund, and that the cash it has is what came in less what went out.</summary>
static class TrialBalance
{
    const string Fund = "EUTF-AFRICA";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        foreach (var fund in evidence.Books.Funds)
        {
            var balance = await evidence.Report(fund, "trial-balance", cancellation);
            rows.AddRange(balance.GetProperty("totals").EnumerateArray().Select(total => new Row(
                $"{fund}, {total.GetProperty("basis").GetString()}", [Cell.Answered(total.Amount("debit"), total.Amount("credit"))])));
        }
        var flows = await evidence.Report(Fund, "sources-and-uses", cancellation);
        rows.Add(new($"{Fund}, sources of cash less its uses", [Cell.Answered(flows.Amount("sources") - flows.Amount("uses"), flows.Amount("closing"))]));
        rows.Add(new($"{Fund}, cash by the journals", [Cell.Answered(
            evidence.Books.Total(Fund, Stage.Received) - evidence.Books.Total(Fund, Stage.Paid), flows.Amount("closing"))]));
        return new(
            "Trial balance of each fund, and the cash of EUTF-AFRICA",
            evidence.FromAudit("{fund}", "trial-balance, and sources-and-uses"),
            ["Debits, or cash"],
            "Credits, or closing cash",
            rows,
            ["Money that moved, and the memorandum of promises and decisions, are never added to each other."]);
    }
}
