using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Statements;

/// <summary>
/// A donor's statement as a table: its pledges, each in its own currency and in the fund's; the total of each currency; and the fund, where
/// only the amounts in its own currency add up.
/// </summary>
static class DonorStatementTable
{
    static readonly string[] Columns =
    [
        "fund", "donor", "line", "pledge", "reference", "status", "currency", "pledged", "certified", "received", "unallocated",
        "notCertified", "notDue", "overdueTo30Days", "overdue31To90Days", "overdue91To180Days", "overdue181To365Days", "overdueOver365Days",
        "beyondCertificates", "outstanding",
        "fundCurrency", "pledgedInFund", "certifiedInFund", "receivedInFund", "unallocatedInFund", "exchangeDifference", "outstandingInFund",
    ];

    public static CsvTable Of(DonorStatement statement)
    {
        var byPledge = statement.Instalments.ToLookup(due => due.Pledge);
        var pledges = statement.Pledges.Select(pledge => Row(
            statement,
            ["pledge", pledge.Id, pledge.Reference, pledge.Status],
            [pledge],
            Ageing.Of(CurrencyOf(pledge), [pledge], byPledge[pledge.Id], statement.AsOf)));
        var currencies = statement.Ageing.Select(ageing => Row(
            statement, ["total", null, null, null], [.. statement.Pledges.Where(pledge => CurrencyOf(pledge) == ageing.Currency)], ageing));
        return new(Columns, [.. pledges, .. currencies, Row(statement, ["fund", null, null, null], statement.Pledges, null)]);
    }

    static IReadOnlyList<object?> Row(DonorStatement statement, object?[] line, IReadOnlyList<PledgeView> pledges, Ageing? ageing)
    {
        return
        [
            statement.Fund, statement.Donor, .. line,
            ageing?.Currency.Code,
            Own(pledge => pledge.Original?.Pledged ?? pledge.Pledged),
            Own(pledge => pledge.Original?.Certified ?? pledge.Certified),
            Own(pledge => pledge.Original?.Received ?? pledge.Received),
            Own(pledge => pledge.Original?.Unallocated ?? pledge.Unallocated),
            ageing?.NotCertified, ageing?.NotDue, ageing?.UpTo30Days, ageing?.UpTo90Days, ageing?.UpTo180Days, ageing?.UpTo365Days,
            ageing?.Over365Days, ageing?.BeyondCertificates, ageing?.Outstanding,
            statement.Header.Currency,
            InFund(pledge => pledge.Pledged),
            InFund(pledge => pledge.Certified),
            InFund(pledge => pledge.Received),
            InFund(pledge => pledge.Unallocated),
            InFund(pledge => pledge.ExchangeDifference),
            InFund(pledge => pledge.Outstanding),
        ];

        Money? Own(Func<PledgeView, Money> amount) => ageing is null ? null : Money.Sum(pledges.Select(amount), ageing.Currency);
        Money InFund(Func<PledgeView, Money> amount) => statement.Header.In(pledges.Sum(pledge => amount(pledge).Amount));
    }

    static Currency CurrencyOf(PledgeView pledge) => (pledge.Original?.Pledged ?? pledge.Pledged).Currency;
}
