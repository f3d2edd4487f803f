using TrustFund.Audit.Ledger;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>Where a fund's cash came from and what it was used for. Opening plus sources less uses is closing, which is the cash at bank.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="From">The first booking date; from the beginning when null.</param>
/// <param name="Opening">The cash before that day.</param>
/// <param name="Flows">The flows, sources first; every kind has its row.</param>
/// <param name="Sources">All sources, net of what was reversed of them.</param>
/// <param name="Uses">All uses, net of what came back.</param>
/// <param name="Closing">The cash at the end.</param>
/// <param name="HeldUnallocated">The part of it that donors paid above their certificates: held, never spent.</param>
sealed record SourcesAndUsesReport(
    ReportHeader Header, DateOnly? From, Money Opening, IReadOnlyList<CashFlow> Flows, Money Sources, Money Uses, Money Closing, Money HeldUnallocated) : IReport
{
    /// <param name="header">What it stands for.</param>
    /// <param name="from">The first booking date, or null.</param>
    /// <param name="before">What was booked before that day.</param>
    /// <param name="through">What was booked up to the day of the report.</param>
    public static SourcesAndUsesReport Of(ReportHeader header, DateOnly? from, Sums before, Sums through)
    {
        var flows = Ledger.Flows.All.Select(flow => Flow(header, flow, Of(before, flow), Of(through, flow))).ToList();
        var (sources, uses) = (flows.Where(flow => flow.IsSource).Sum(flow => flow.Amount.Amount), flows.Where(flow => !flow.IsSource).Sum(flow => flow.Amount.Amount));
        return new(
            header,
            from,
            header.In(before.Balance(MoneyAccounts.Cash)),
            flows,
            header.In(sources),
            header.In(uses),
            header.In(through.Balance(MoneyAccounts.Cash)),
            header.In(through.Balance(MoneyAccounts.Unallocated)));
    }

    /// <inheritdoc />
    public CsvTable ToTable() => new(
        ["line", "currency", "in", "out", "amount"],
        [
            ["opening", Header.Currency, null, null, Opening],
            .. Flows.Select(flow => (IReadOnlyList<object?>)[flow.Flow, Header.Currency, flow.In, flow.Out, flow.Amount]),
            ["sources", Header.Currency, null, null, Sources],
            ["uses", Header.Currency, null, null, Uses],
            ["closing", Header.Currency, null, null, Closing],
            ["held-unallocated", Header.Currency, null, null, HeldUnallocated],
        ]);

    static (decimal In, decimal Out) Of(Sums sums, string flow)
    {
        var cash = sums.All.Where(sum => sum.Flow == flow).ToList();
        return (cash.Sum(sum => sum.Debit), cash.Sum(sum => sum.Credit));
    }

    static CashFlow Flow(ReportHeader header, string flow, (decimal In, decimal Out) before, (decimal In, decimal Out) through)
    {
        var (cameIn, wentOut) = (header.In(through.In - before.In), header.In(through.Out - before.Out));
        var isSource = Ledger.Flows.IsSource(flow);
        return new(flow, isSource, cameIn, wentOut, isSource ? cameIn - wentOut : wentOut - cameIn);
    }
}

/// <summary>One kind of cash flow.</summary>
/// <param name="Flow">`receipts`, `interest`, `recoveries`, `recoveries-offset`, `payments`, `management-costs`, `bank-charges` or `refunds`. What is offset against a payment stands in payments gross and here as a source.</param>
/// <param name="IsSource">Whether it is a source.</param>
/// <param name="In">What came in under it.</param>
/// <param name="Out">What went out under it.</param>
/// <param name="Amount">A source: in less out. A use: out less in.</param>
sealed record CashFlow(string Flow, bool IsSource, Money In, Money Out, Money Amount);
