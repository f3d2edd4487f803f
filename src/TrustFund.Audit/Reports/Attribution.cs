using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>Whose money paid for what, as it was frozen when it was paid. Nothing is worked out anew.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Rows">The parts, in the order they were recorded; a page of them.</param>
/// <param name="Donors">The sums of all parts by donor, whatever the page.</param>
/// <param name="Total">The sum of all parts: exactly what was paid.</param>
/// <param name="Next">What to send as `after` for the parts that follow; null at the end.</param>
sealed record AttributionReport(
    ReportHeader Header, IReadOnlyList<AttributionRow> Rows, IReadOnlyList<AttributedDonor> Donors, Money Total, string? Next) : IReport
{
    /// <summary>A page of parts, beside the sums of all.</summary>
    public static AttributionReport Of(ReportHeader header, Page<AttributionRow> page, IReadOnlyList<AttributionRow> sums) => new(
        header,
        page.Items,
        [
            .. sums.GroupBy(row => row.Donor).OrderBy(donor => donor.Key, StringComparer.Ordinal)
                .Select(donor => new AttributedDonor(donor.Key, header.In(donor.Sum(row => row.Amount.Amount)))),
        ],
        header.In(sums.Sum(row => row.Amount.Amount)),
        page.Next);

    /// <summary>The rows of this page, and under them the sum of all parts, whatever the page.</summary>
    public CsvTable ToTable() => new(
        ["document", "contract", "donor", "earmarkedTo", "unallocated", "currency", "amount", "event", "bookedOn", "position"],
        Rows.Select(row => (IReadOnlyList<object?>)
            [row.DocumentId, row.ContractId, row.Donor, row.Window, row.Unallocated, Header.Currency, row.Amount, row.Event, row.BookedOn, row.Position])
            .Append(["total", null, null, null, null, Header.Currency, Total, null, null, null]));
}

/// <summary>A part of what was paid, and whose money it was.</summary>
/// <param name="DocumentId">The disbursement, cost, refund or recovery order.</param>
/// <param name="ContractId">The contract it was paid under, if any.</param>
/// <param name="Donor">Code of the donor; `FUND-INTEREST` for the fund's own interest.</param>
/// <param name="Window">The window the money was earmarked to; null when it was pooled, or held unallocated.</param>
/// <param name="Unallocated">Whether it was held for the donor and not the fund's: the part of a refund that waited unallocated, and all that came back of a refund that was reversed.</param>
/// <param name="Amount">The part; below zero where a payment was undone or recovered, or a refund reversed.</param>
/// <param name="Event">The type of the fact.</param>
/// <param name="BookedOn">Its booking date.</param>
/// <param name="Position">Where it stands in its source's journal.</param>
sealed record AttributionRow(
    string DocumentId, string? ContractId, string Donor, string? Window, bool Unallocated, Money Amount, string Event, DateOnly BookedOn, string Position);

/// <summary>What one donor's money paid for altogether.</summary>
/// <param name="Donor">Code of the donor; `FUND-INTEREST` for the fund's own interest.</param>
/// <param name="Amount">The sum of its parts.</param>
sealed record AttributedDonor(string Donor, Money Amount);
