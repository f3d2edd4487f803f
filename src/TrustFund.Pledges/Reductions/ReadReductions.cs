using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Reductions;

static class ReadReductions
{
    const string Page = """
        select coalesce((
            select json_agg(listed order by listed.id)
            from (
                select *
                from reductions r
                where r.fund = f.id
                  and (@pledge::text is null or r.pledge_id = @pledge)
                  and (@after::text is null or r.id > @after)
                order by r.id
                limit @take
            ) as listed), '[]')::text
        from funds f
        where f.id = @fund
        """;

    const string Single = "select row_to_json(r)::text from reductions r where r.fund = @fund and r.id = @reduction";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/reductions", List)
            .WithName("ListReductions").WithTags("Reductions").WithSummary("Lists a fund's reductions, or those of one pledge, in the order they were asked for.");
        routes.MapGet("/funds/{fund}/reductions/{reduction:guid}", Get)
            .WithName("GetReduction").WithTags("Reductions").WithSummary("Shows a reduction: pending, completed, or rejected with the reason and the largest amount that could be released.");
    }

    static async Task<Found<Page<ReductionView>>> List(string fund, Guid? pledge, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var reductions = await database.One<IReadOnlyList<Reduction>>(
            Page, new { fund = Codes.Fold(fund), pledge = pledge?.ToString(), after = page.After, take = page.Take }, aborted);
        return Found<Page<ReductionView>>.Made(
            reductions is null ? null : page.Page([.. reductions.Select(ReductionView.Of)], reduction => reduction.Id),
            $"There is no fund '{fund}'.");
    }

    static async Task<Found<ReductionView>> Get(string fund, Guid reduction, NpgsqlDataSource database, CancellationToken aborted) =>
        Found<ReductionView>.Of(
            await database.One<Reduction>(Single, new { fund = Codes.Fold(fund), reduction = reduction.ToString() }, aborted),
            ReductionView.Of,
            $"The fund {fund} has no reduction '{reduction}'.");
}
