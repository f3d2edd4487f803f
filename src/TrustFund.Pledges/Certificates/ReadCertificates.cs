using Npgsql;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Certificates;

static class ReadCertificates
{
    // All the pledge's certificates are read: which instalments the money has settled depends on them all.
    const string OfPledge = """
        select json_build_object(
            'pledge', row_to_json(p),
            'certificates', coalesce((select json_agg(c) from certificates c where c.pledge_id = p.id), '[]'))::text
        from pledges p
        where p.fund = @fund and p.id = @pledge
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/pledges/{pledge:guid}/certificates", List)
            .WithName("ListCertificates").WithTags("Certificates").WithSummary("Lists a pledge's certificates with their instalments, oldest first; overdue is what was due before asOf, else today.");
        routes.MapGet("/funds/{fund}/pledges/{pledge:guid}/certificates/{certificate:guid}", Get)
            .WithName("GetCertificate").WithTags("Certificates").WithSummary("Shows a certificate with its earmarks and instalments.");
    }

    static async Task<Found<IReadOnlyList<CertificateView>>> List(
        string fund, Guid pledge, AskedDay? asOf, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var certificates = await Read(fund, pledge, asOf?.Day ?? clock.Today(), database, aborted);
        return Found<IReadOnlyList<CertificateView>>.Made(certificates, $"The fund {fund} has no pledge '{pledge}'.");
    }

    static async Task<Found<CertificateView>> Get(
        string fund, Guid pledge, Guid certificate, AskedDay? asOf, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var certificates = await Read(fund, pledge, asOf?.Day ?? clock.Today(), database, aborted);
        return Found<CertificateView>.Made(
            certificates?.SingleOrDefault(view => view.Id == certificate.ToString()),
            $"The pledge '{pledge}' of the fund {fund} has no certificate '{certificate}'.");
    }

    static async Task<IReadOnlyList<CertificateView>?> Read(string fund, Guid pledge, DateOnly asOf, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<PledgeRow>(OfPledge, new { fund = Codes.Fold(fund), pledge = pledge.ToString() }, aborted);
        return row is null ? null : CertificateView.Of(row.Pledge, PledgeCertificates.InOrder(row.Pledge, row.Certificates), asOf);
    }

    sealed record PledgeRow(Pledge Pledge, IReadOnlyList<Certificate> Certificates);
}
