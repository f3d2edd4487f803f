using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Refunds;

static class ReadRefunds
{
    const string Page = """
        select coalesce((
            select json_agg(json_build_object('refund', row_to_json(listed), 'cash', exists (select 1 from refund_cash c where c.id = listed.id)) order by listed.id)
            from (
                select *
                from refunds r
                where r.fund = f.id
                  and (@pledge::text is null or r.pledge_id = @pledge)
                  and (@after::text is null or r.id > @after)
                order by r.id
                limit @take
            ) as listed), '[]')::text
        from funds f
        where f.id = @fund
        """;

    const string Single = """
        select json_build_object('refund', row_to_json(r), 'cash', exists (select 1 from refund_cash c where c.id = r.id))::text
        from refunds r
        where r.fund = @fund and r.id = @refund
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/refunds", List)
            .WithName("ListRefunds").WithTags("Refunds").WithSummary("Lists a fund's refunds, or those of one pledge, in the order they were asked for.");
        routes.MapGet("/funds/{fund}/refunds/{refund:guid}", Get)
            .WithName("GetRefund").WithTags("Refunds").WithSummary("Shows a refund: whom it waits for, or that it was paid or rejected, and why.");
    }

    static async Task<Found<Page<RefundView>>> List(string fund, Guid? pledge, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rows = await database.One<IReadOnlyList<Row>>(
            Page, new { fund = Codes.Fold(fund), pledge = pledge?.ToString(), after = page.After, take = page.Take }, aborted);
        return Found<Page<RefundView>>.Made(
            rows is null ? null : page.Page([.. rows.Select(row => RefundView.Of(row.Refund, row.Cash))], refund => refund.Id),
            $"There is no fund '{fund}'.");
    }

    static async Task<Found<RefundView>> Get(string fund, Guid refund, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<Row>(Single, new { fund = Codes.Fold(fund), refund = refund.ToString() }, aborted);
        return Found<RefundView>.Of(row?.Refund, found => RefundView.Of(found, row!.Cash), $"The fund {fund} has no refund '{refund}'.");
    }

    sealed record Row(Refund Refund, bool Cash);
}
