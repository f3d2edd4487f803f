using Npgsql;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Statements;

static class ReadDonorStatement
{
    const string Statement = """
        select json_build_object(
            'fund', row_to_json(f),
            'donor', row_to_json(d),
            'pledges', coalesce((select json_agg(p order by p.id) from pledges p where p.fund = f.id and p.donor = d.id), '[]'),
            'certificates', coalesce((
                select json_agg(c)
                from certificates c
                join pledges p on p.id = c.pledge_id
                where p.fund = f.id and p.donor = d.id), '[]'))::text
        from funds f
        cross join donors d
        where f.id = @fund and d.id = @donor
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/donors/{donor}/statement", Get)
        .WithName("GetDonorStatement")
        .WithTags("Funds")
        .WithSummary("Shows where a donor stands with a fund: each stage, and what is outstanding by how long it has been due on a day (asOf, else today).");

    static async Task<Found<DonorStatement>> Get(
        string fund, string donor, DateOnly? asOf, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var row = await database.One<Row>(Statement, new { fund = Codes.Fold(fund), donor = Codes.Fold(donor) }, aborted);
        return Found<DonorStatement>.Made(row?.View(asOf ?? clock.Today()), $"There is no fund '{fund}' or no donor '{donor}'.");
    }

    sealed record Row(Fund Fund, Donor Donor, IReadOnlyList<Pledge> Pledges, IReadOnlyList<Certificate> Certificates)
    {
        public DonorStatement View(DateOnly asOf)
        {
            var byPledge = Certificates.ToLookup(certificate => certificate.PledgeId);
            return DonorStatement.Of(
                Fund.Id,
                Fund.Currency,
                Donor,
                [.. Pledges.Select(pledge => (pledge, PledgeCertificates.InOrder(pledge, [.. byPledge[pledge.Id]])))],
                asOf);
        }
    }
}
