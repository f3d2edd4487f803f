using System.Text.Json;
using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Tables;

/// <summary>Audit's ledger beside the services' own balances and beside what was published, fund by fund.</summary>
static class Reconciliation
{
    static readonly string[] Unsettled = ["open", "assigned"];

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        foreach (var fund in evidence.Story.Funds.Order(StringComparer.Ordinal))
        {
            var done = await Reconcile(evidence.Api, fund, cancellation);
            var (services, figures) = (done.GetProperty("services"), done.GetProperty("figures"));
            rows.Add(new(fund, [Agreeing(services), Agreeing(figures), Cell.Said($"{await Exceptions(evidence.Api, fund, cancellation)}", "0")]));
        }
        return new(
            "Reconciliation of Audit's ledger",
            "What Audit finds now: POST /funds/{fund}/reconciliations, GET /funds/{fund}/exceptions.",
            ["Services' balances that agree", "Published figures that agree", "Open exceptions"],
            "of",
            rows,
            [
                $"Audit was told of {evidence.Figures.All.Count(figure => figure.Audited is not null)} published figures when their dates were reached, each with its words: exact, over, about.",
                .. evidence.Story.Funds.SelectMany(evidence.OthersIn),
            ]);
    }

    static Cell Agreeing(JsonElement comparisons) => Cell.Said(
        $"{comparisons.EnumerateArray().Count(comparison => comparison.GetProperty("state").GetString() == "agrees")}", $"{comparisons.GetArrayLength()}");

    static async Task<JsonElement> Reconcile(Api api, string fund, CancellationToken cancellation)
    {
        var answer = await api.Send(new("aude", "audit", HttpMethod.Post, $"/funds/{fund}/reconciliations"), cancellation);
        return answer.IsSuccess ? answer.Body : throw new StoppedException($"{fund} cannot be reconciled: {(int)answer.Status} {answer.Detail}");
    }

    static async Task<int> Exceptions(Api api, string fund, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var state in Unsettled)
            count += (await api.Get("audit", $"/funds/{fund}/exceptions?state={state}&limit=200", cancellation)).GetProperty("items").GetArrayLength();
        return count;
    }
}
