using Npgsql;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Funds;

/// <summary>What a donor promised a fund, and what of it arrived.</summary>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is to the European Union on the day asked for.</param>
/// <param name="Country">Its country, if it has one.</param>
/// <param name="Pledged">What it promised.</param>
/// <param name="Certified">The part of it that certificates made legal.</param>
/// <param name="Received">What arrived: allocated and unallocated together.</param>
/// <param name="Unallocated">What arrived above the certified amounts: held, never spent.</param>
/// <param name="Outstanding">Pledged less received, without the exchange differences; below zero when a donor paid more than it promised.</param>
/// <param name="ExchangeDifference">Exchange differences realised on what arrived.</param>
public sealed record DonorPosition(
    string Donor,
    string Name,
    DonorKind Kind,
    string? Country,
    Money Pledged,
    Money Certified,
    Money Received,
    Money Unallocated,
    Money Outstanding,
    Money ExchangeDifference);

/// <summary>A fund's donors, a page of them, with the total of them all: the donors' figures add up to it exactly.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Total">The sums over all donors, whatever the page.</param>
/// <param name="Items">The donors of this page, by code.</param>
/// <param name="Next">What to send as <c>after</c> for the next page; null at the end.</param>
public sealed record FundDonorsView(string Fund, FundTotalsView Total, IReadOnlyList<DonorPosition> Items, string? Next);

static class ReadFundDonors
{
    // One statement sees one moment, so that the donors add up to the total though receipts arrive meanwhile.
    const string Page = """
        select json_build_object(
            'totals', row_to_json(t),
            'donors', coalesce((
                select json_agg(listed order by listed.donor)
                from (
                    select d.id as donor, d.name, d.country,
                           coalesce((
                               select k ->> 'kind' from jsonb_array_elements(d.kind_changes) as k
                               where (k ->> 'effective_on')::date <= @on::date
                               order by k ->> 'effective_on' desc limit 1), d.kind) as kind,
                           sum(p.pledged) as pledged, sum(p.certified) as certified,
                           sum(p.received) as received, sum(p.allocated) as allocated, sum(p.exchange_difference) as exchange_difference
                    from pledges p
                    join donors d on d.id = p.donor
                    where p.fund = t.id and (@after::text is null or p.donor > @after)
                    group by d.id
                    order by d.id
                    limit @take
                ) as listed), '[]'))::text
        from fund_totals t
        where t.id = @fund
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/donors", List)
        .WithName("ListFundDonors")
        .WithTags("Funds")
        .WithSummary("Lists a fund's donors, of the kind they were on a day (asOf, else today): pledged, certified, received and outstanding now, adding up to the fund's total.")
        .WithDescription("The money is what the service's own books come to now, whatever the day; for the money of any day, ask Audit's report of donors.");

    static async Task<Found<FundDonorsView>> List(
        string fund, AskedDay? asOf, PageRequest page, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var row = await database.One<Row>(Page, new { fund = Codes.Fold(fund), on = (asOf?.Day ?? clock.Today()).Iso(), after = page.After, take = page.Take }, aborted);
        if (row is null)
            return Found<FundDonorsView>.Made(null, $"There is no fund '{fund}'.");
        var donors = page.Page([.. row.Donors.Select(donor => donor.Position(row.Totals.Currency))], donor => donor.Donor);
        return Found<FundDonorsView>.Made(new(row.Totals.Id, FundTotalsView.Of(row.Totals), donors.Items, donors.Next), "");
    }

    sealed record Row(FundTotals Totals, IReadOnlyList<DonorRow> Donors);

    sealed record DonorRow(
        string Donor, string Name, DonorKind Kind, string? Country, decimal Pledged, decimal Certified, decimal Received, decimal Allocated, decimal ExchangeDifference)
    {
        public DonorPosition Position(Currency currency)
        {
            Money In(decimal amount) => new(amount, currency);
            return new(Donor, Name, Kind, Country, In(Pledged), In(Certified), In(Received), In(Received - Allocated), In(Pledged - Received + ExchangeDifference), In(ExchangeDifference));
        }
    }
}
