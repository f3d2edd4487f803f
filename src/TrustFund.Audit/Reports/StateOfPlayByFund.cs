using System.Globalization;
using TrustFund.Audit.Dimensions;
using TrustFund.Journal.Reporting;
using static TrustFund.Audit.Ledger.MemorandumAccounts;

namespace TrustFund.Audit.Reports;

/// <summary>States of play that the fund's own balances tell: by window and by year.</summary>
static class StateOfPlayByFund
{
    public static StateOfPlayReport ByWindow(ReportHeader header, IReadOnlyList<WindowFacts> windows, Sums sums)
    {
        // A window that nobody has opened, as far as is known here, still has its amounts.
        var unknown = sums.All.Select(sum => sum.Window).OfType<string>().Except(windows.Select(window => window.Code)).Order(StringComparer.Ordinal);
        var rows = windows.Select(window => (window.Code, window.Name)).Concat(unknown.Select(code => (Code: code, Name: code)))
            .Select(window => Window(header, window.Code, window.Name, sums.Where(sum => sum.Window == window.Code)))
            .ToList();
        var across = sums.Where(sum => sum.CrossWindow);
        var (inside, contracted, paid) = (across.Balance(Approved), across.Balance(Contracted), across.Paid);
        var crossWindow = new StateOfPlayRow(
            "*", "Cross-window", null, header.In(inside), header.In(contracted), header.In(paid), header.In(inside - contracted),
            header.In(contracted - paid), across.Documents(Approved), across.Documents(Contracted), across.Payments);
        return new(header, StateOfPlayBy.Window, rows, crossWindow, Total(header, sums));
    }

    public static StateOfPlayReport ByYear(ReportHeader header, Sums sums)
    {
        var rows = sums.All
            .GroupBy(sum => sum.Year)
            .OrderBy(year => year.Key)
            .Select(year => (Year: year.Key.ToString(CultureInfo.InvariantCulture), Sums: new Sums([.. year])))
            .Where(year => year.Sums.Balance(Approved) != 0 || year.Sums.Balance(Contracted) != 0 || year.Sums.Paid != 0 || year.Sums.Payments != 0)
            .Select(year => new StateOfPlayRow(
                year.Year, year.Year, header.In(year.Sums.Balance(Approved)), null, header.In(year.Sums.Balance(Contracted)),
                header.In(year.Sums.Paid), null, null,
                year.Sums.Documents(Approved), year.Sums.Documents(Contracted), year.Sums.Payments))
            .ToList();
        return new(header, StateOfPlayBy.Year, rows, null, Total(header, sums));
    }

    /// <summary>The fund's row, whatever the others are.</summary>
    public static StateOfPlayRow Total(ReportHeader header, Sums sums)
    {
        var (approved, contracted, paid) = (sums.Balance(Approved), sums.Balance(Contracted), sums.Paid);
        return new(
            "total", "Total", header.In(approved), header.In(sums.Where(sum => sum.CrossWindow).Balance(Approved)), header.In(contracted),
            header.In(paid), header.In(approved - contracted), header.In(contracted - paid),
            sums.Documents(Approved), sums.Documents(Contracted), sums.Payments);
    }

    static StateOfPlayRow Window(ReportHeader header, string code, string name, Sums all)
    {
        var own = all.Where(sum => !sum.CrossWindow);
        var (contracted, paid) = (own.Balance(Contracted), own.Paid);
        var approved = all.Balance(Approved);
        var forOthers = approved - own.Balance(Approved);
        return new(
            code, name, header.In(approved), header.In(forOthers), header.In(contracted), header.In(paid),
            header.In(approved - forOthers - contracted), header.In(contracted - paid),
            own.Documents(Approved), own.Documents(Contracted), own.Payments);
    }
}
