using TrustFund.Demo.Books;

namespace TrustFund.Demo.Tables;

/// <summary>A contract that is reduced: two transactions, of which none is changed.</summary>
static class WorkedExample
{
    const string Fund = "WORKED-EXAMPLE";
    const string Account = "contracted";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var journal = await evidence.Report(Fund, $"journal?subject={evidence.Ids["worked-contract"]}", cancellation);
        var transactions = journal.GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("account").GetString() == Account)
            .Select(row => row.Amount("debit") - row.Amount("credit"))
            .ToList();
        var action = await evidence.Api.Get("contracts", $"/funds/{Fund}/actions/{evidence.Ids["worked-action"]}", cancellation);
        return FigureTable.List(
            "Worked example: a contract of 10,000 is reduced by 2,000",
            evidence.FromAudit(Fund, "journal, the lines of the contract"),
            evidence.Figures,
            [
                ("worked-transactions", transactions.Count),
                ("worked-signed", transactions[0]),
                ("worked-reduced", transactions[^1]),
                ("worked-net", evidence.Books.Total(Fund, Stage.Contracted)),
                ("worked-back", action.Amount("rac")),
            ],
            [
                "An entry is never changed: what is released of a contract is a second commitment, below zero, of the same kind as the first.",
                "Its net is folded from the journals' public feeds; what is back in the action is what Contracts answers.",
            ]);
    }
}
