using TrustFund.Audit.Dimensions;
using TrustFund.Journal.Reporting;
using static TrustFund.Audit.Ledger.MemorandumAccounts;
using static TrustFund.Audit.Ledger.MoneyAccounts;

namespace TrustFund.Audit.Reports;

/// <summary>What donors promised and what of it arrived. A pledge is not a certificate, and a certificate is not cash.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Rows">The donors, by code.</param>
/// <param name="Total">The fund: the donors add up to it exactly.</param>
sealed record DonorStatementReport(ReportHeader Header, IReadOnlyList<DonorRow> Rows, DonorRow Total) : IReport
{
    /// <summary>The statement from sums of pledges and what is due of them.</summary>
    /// <param name="header">What it stands for.</param>
    /// <param name="known">Up to when a change of a donor's kind counts.</param>
    /// <param name="ofPledges">Sums by pledge.</param>
    /// <param name="pledges">Whose they are.</param>
    /// <param name="donors">Who the donors are.</param>
    /// <param name="dues">What is due when.</param>
    public static DonorStatementReport Of(
        ReportHeader header,
        DateTimeOffset known,
        Sums ofPledges,
        IReadOnlyList<PledgeFacts> pledges,
        IReadOnlyList<DonorFacts> donors,
        IReadOnlyList<Due> dues)
    {
        var owners = pledges.ToDictionary(pledge => pledge.Id, pledge => pledge.Donor);
        var names = donors.ToDictionary(donor => donor.Id);
        var due = dues.ToLookup(part => part.PledgeId);
        var rows = ofPledges.BySubject()
            .Select(pledge => (Donor: owners.GetValueOrDefault(pledge.Key, ""), Line: Line(header, pledge.Value, due[pledge.Key])))
            .GroupBy(pledge => pledge.Donor, pledge => pledge.Line)
            .OrderBy(donor => donor.Key, StringComparer.Ordinal)
            .Select(donor => Row(donor.Key, names.GetValueOrDefault(donor.Key), [.. donor]))
            .ToList();
        var total = rows.Count == 0
            ? Line(header, ofPledges, [])
            : rows.Aggregate((sum, row) => sum.Plus(row));
        return new(header, rows, total with { Donor = "total", Name = "Total", Kind = null, Country = null });

        DonorRow Row(string code, DonorFacts? donor, IReadOnlyList<DonorRow> lines) => lines.Aggregate((sum, line) => sum.Plus(line)) with
        {
            Donor = code,
            Name = donor?.Name ?? code,
            Kind = donor?.KindOn(header.AsOf, known),
            Country = donor?.Country,
        };
    }

    /// <inheritdoc />
    public CsvTable ToTable() => new(
        [
            "donor", "name", "kind", "country", "currency", "pledged", "certified", "exchangeDifferences", "received", "unallocated", "notCertified",
            "notDue", "overdueTo30Days", "overdue31To90Days", "overdue91To180Days", "overdue181To365Days", "overdueOver365Days", "beyondCertificates",
            "outstanding",
        ],
        Rows.Append(Total).Select(row => (IReadOnlyList<object?>)
        [
            row.Donor, row.Name, row.Kind, row.Country, Header.Currency, row.Pledged, row.Certified, row.ExchangeDifferences, row.Received,
            row.Unallocated, row.NotCertified, row.NotDue, row.OverdueTo30Days, row.Overdue31To90Days, row.Overdue91To180Days,
            row.Overdue181To365Days, row.OverdueOver365Days, row.BeyondCertificates, row.Outstanding,
        ]));

    static DonorRow Line(ReportHeader header, Sums pledge, IEnumerable<Due> dues)
    {
        var (pledged, certified, differences) = (pledge.Balance(Pledged), pledge.Balance(Certified), pledge.Balance(Differences));
        var ageing = Ageing.Of([.. dues], certified + differences, pledge.Balance(Contributions), header.AsOf);
        var (notCertified, outstanding) = (pledged - certified, pledged + differences - pledge.Received);
        return new(
            "", "", null, null,
            header.In(pledged),
            header.In(certified),
            header.In(differences),
            header.In(pledge.Received),
            header.In(pledge.Balance(Unallocated)),
            header.In(outstanding),
            header.In(ageing.NotDue),
            header.In(ageing.To30),
            header.In(ageing.To90),
            header.In(ageing.To180),
            header.In(ageing.To365),
            header.In(ageing.Over365),
            header.In(notCertified),
            header.In(notCertified + ageing.Total - outstanding));
    }
}

/// <summary>
/// A donor's row. It adds up to the cent: outstanding is not certified, not due and overdue together, less what arrived beyond the
/// certificates.
/// </summary>
/// <param name="Donor">Code of the donor; `total` for the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it was to the European Union on the day of the report.</param>
/// <param name="Country">Its country, if it has one.</param>
/// <param name="Pledged">What it promised.</param>
/// <param name="Certified">The part of it that certificates made legal.</param>
/// <param name="ExchangeDifferences">What its receipts in other currencies were worth more, or less, than its certificates were booked at.</param>
/// <param name="Received">What arrived: within its certificates and above them, net of refunds and reversals.</param>
/// <param name="Unallocated">What arrived above its certificates: held, never spent.</param>
/// <param name="Outstanding">Pledged and trued up by the differences, less received; below zero when it paid more than it promised.</param>
/// <param name="NotDue">Certified and neither received nor due by the day of the report.</param>
/// <param name="OverdueTo30Days">Due by then and not received, for 1 to 30 days.</param>
/// <param name="Overdue31To90Days">For 31 to 90 days.</param>
/// <param name="Overdue91To180Days">For 91 to 180 days.</param>
/// <param name="Overdue181To365Days">For 181 to 365 days.</param>
/// <param name="OverdueOver365Days">For more than 365 days.</param>
/// <param name="NotCertified">Pledged and not certified: nothing of it is due.</param>
/// <param name="BeyondCertificates">
/// What arrived and pays no instalment: what is held unallocated, and what facts brought within certificates above what they are worth.
/// </param>
sealed record DonorRow(
    string Donor,
    string Name,
    string? Kind,
    string? Country,
    Money Pledged,
    Money Certified,
    Money ExchangeDifferences,
    Money Received,
    Money Unallocated,
    Money Outstanding,
    Money NotDue,
    Money OverdueTo30Days,
    Money Overdue31To90Days,
    Money Overdue91To180Days,
    Money Overdue181To365Days,
    Money OverdueOver365Days,
    Money NotCertified,
    Money BeyondCertificates)
{
    public DonorRow Plus(DonorRow other) => this with
    {
        Pledged = Pledged + other.Pledged,
        Certified = Certified + other.Certified,
        ExchangeDifferences = ExchangeDifferences + other.ExchangeDifferences,
        Received = Received + other.Received,
        Unallocated = Unallocated + other.Unallocated,
        Outstanding = Outstanding + other.Outstanding,
        NotDue = NotDue + other.NotDue,
        OverdueTo30Days = OverdueTo30Days + other.OverdueTo30Days,
        Overdue31To90Days = Overdue31To90Days + other.Overdue31To90Days,
        Overdue91To180Days = Overdue91To180Days + other.Overdue91To180Days,
        Overdue181To365Days = Overdue181To365Days + other.Overdue181To365Days,
        OverdueOver365Days = OverdueOver365Days + other.OverdueOver365Days,
        NotCertified = NotCertified + other.NotCertified,
        BeyondCertificates = BeyondCertificates + other.BeyondCertificates,
    };
}
