using Npgsql;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.InKind;

static class ReadInKindPledges
{
    const string Page = """
        select json_build_object('fund', row_to_json(f), 'pledges', coalesce((
            select json_agg(listed order by listed.id)
            from (
                select *
                from in_kind_pledges p
                where p.fund = f.id and (@after::text is null or p.id > @after)
                order by p.id
                limit @take
            ) as listed), '[]'))::text
        from funds f
        where f.id = @fund
        """;

    const string Single = """
        select json_build_object('fund', row_to_json(f), 'pledges', json_build_array(row_to_json(p)))::text
        from in_kind_pledges p
        join funds f on f.id = p.fund
        where p.fund = @fund and p.id = @pledge
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/in-kind-pledges", List)
            .WithName("ListInKindPledges").WithTags("In kind").WithSummary("Lists what donors promised a fund besides money, in the order it was recorded.");
        routes.MapGet("/funds/{fund}/in-kind-pledges/{pledge:guid}", Get)
            .WithName("GetInKindPledge").WithTags("In kind").WithSummary("Shows a promise of something that is not money.");
    }

    static async Task<Found<Page<InKindPledgeView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<Row>(Page, new { fund = Codes.Fold(fund), after = page.After, take = page.Take }, aborted);
        return Found<Page<InKindPledgeView>>.Made(
            row is null ? null : page.Page([.. row.Pledges.Select(pledge => InKindPledgeView.Of(pledge, row.Fund))], pledge => pledge.Id),
            $"There is no fund '{fund}'.");
    }

    static async Task<Found<InKindPledgeView>> Get(string fund, Guid pledge, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<Row>(Single, new { fund = Codes.Fold(fund), pledge = pledge.ToString() }, aborted);
        return Found<InKindPledgeView>.Of(
            row?.Pledges[0], found => InKindPledgeView.Of(found, row!.Fund), $"The fund {fund} has no in-kind pledge '{pledge}'.");
    }

    sealed record Row(Fund Fund, IReadOnlyList<InKindPledge> Pledges);
}
