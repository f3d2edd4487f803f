using System.Diagnostics.CodeAnalysis;
using Npgsql;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Reading;
using TrustFund.Pledges.Receipts;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Pledges;

/// <summary>A pledge with its certificates, their instalments, and its latest receipts.</summary>
public sealed record PledgeDetail : PledgeView
{
    /// <summary>The most receipts that come with a pledge; the whole list is at <c>/funds/{fund}/pledges/{pledge}/receipts</c>.</summary>
    internal const int LatestReceipts = 50;

    /// <summary>A detail to be filled in.</summary>
    public PledgeDetail()
    {
    }

    [SetsRequiredMembers]
    internal PledgeDetail(Pledge pledge, IReadOnlyList<Certificate> certificates, IReadOnlyList<Receipt> receipts, DateOnly? asOf = null)
        : base(pledge)
    {
        Certificates = CertificateView.Of(pledge, certificates, asOf);
        Receipts = [.. receipts.Select(receipt => ReceiptView.Of(receipt, pledge))];
    }

    /// <summary>Its certificates, oldest first.</summary>
    public required IReadOnlyList<CertificateView> Certificates { get; init; }

    /// <summary>Its latest receipts, 50 at most, latest first.</summary>
    public required IReadOnlyList<ReceiptView> Receipts { get; init; }
}

static class ReadPledges
{
    const string Page = """
        select coalesce((
            select json_agg(listed order by listed.id)
            from (
                select *
                from pledges p
                where p.fund = f.id
                  and (@donor::text is null or p.donor = @donor)
                  and (@after::text is null or p.id > @after)
                order by p.id
                limit @take
            ) as listed), '[]')::text
        from funds f
        where f.id = @fund
        """;

    const string Single = """
        select json_build_object(
            'pledge', row_to_json(p),
            'certificates', coalesce((select json_agg(c) from certificates c where c.pledge_id = p.id), '[]'),
            'receipts', coalesce((
                select json_agg(latest order by latest.sequence desc)
                from (select * from receipts r where r.pledge_id = p.id order by r.sequence desc limit @latest) as latest), '[]'))::text
        from pledges p
        where p.fund = @fund and p.id = @pledge
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/pledges", List)
            .WithName("ListPledges").WithTags("Pledges").WithSummary("Lists a fund's pledges, or those of one donor, in the order they were recorded.");
        routes.MapGet("/funds/{fund}/pledges/{pledge:guid}", Get)
            .WithName("GetPledge").WithTags("Pledges").WithSummary("Shows a pledge with its certificates, instalments and latest receipts.");
    }

    static async Task<Found<Page<PledgeView>>> List(string fund, string? donor, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var pledges = await database.One<IReadOnlyList<Pledge>>(
            Page, new { fund = Codes.Fold(fund), donor = donor is null ? null : Codes.Fold(donor), after = page.After, take = page.Take }, aborted);
        return Found<Page<PledgeView>>.Made(
            pledges is null ? null : page.Page([.. pledges.Select(pledge => new PledgeView(pledge))], pledge => pledge.Id),
            $"There is no fund '{fund}'.");
    }

    static async Task<Found<PledgeDetail>> Get(
        string fund, Guid pledge, AskedDay? asOf, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var row = await database.One<Row>(
            Single, new { fund = Codes.Fold(fund), pledge = pledge.ToString(), latest = PledgeDetail.LatestReceipts }, aborted);
        return Found<PledgeDetail>.Of(
            row?.Pledge,
            found => new(found, PledgeCertificates.InOrder(found, row!.Certificates), row.Receipts, asOf?.Day ?? clock.Today()),
            $"The fund {fund} has no pledge '{pledge}'.");
    }

    sealed record Row(Pledge Pledge, IReadOnlyList<Certificate> Certificates, IReadOnlyList<Receipt> Receipts);
}
