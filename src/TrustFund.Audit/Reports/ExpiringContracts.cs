using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>Contracts whose implementation ends soon.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Days">How many days ahead it looks.</param>
/// <param name="Rows">The contracts, the first to end first.</param>
sealed record ExpiringContractsReport(ReportHeader Header, int Days, IReadOnlyList<RalRow> Rows) : IReport
{
    /// <summary>Those that end on the day of the report or within the days after it, and are neither terminated nor ended.</summary>
    public static ExpiringContractsReport Of(RalReport all, int days)
    {
        var (first, last) = (all.Header.AsOf, all.Header.AsOf.AddDays(days));
        return new(
            all.Header,
            days,
            [
                .. all.Rows
                    .Where(row => row.Standing is "active" or "suspended" && row.EndsOn >= first && row.EndsOn <= last)
                    .OrderBy(row => row.EndsOn).ThenBy(row => row.ContractId, StringComparer.Ordinal),
            ]);
    }

    /// <inheritdoc />
    public CsvTable ToTable() => new(
        ["contract", "reference", "title", "partner", "standing", "endsOn", "daysLeft", "currency", "contracted", "paid", "ral"],
        Rows.Select(row => (IReadOnlyList<object?>)
        [
            row.ContractId, row.Reference, row.Title, row.Partner, row.Standing, row.EndsOn, row.EndsOn!.Value.DayNumber - Header.AsOf.DayNumber,
            Header.Currency, row.Contracted, row.Paid, row.Ral,
        ]));
}
