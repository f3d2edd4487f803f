using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.InKind;

static class ReadInKindPledges
{
    const string Page = """
        select coalesce((
            select json_agg(listed order by listed.id)
            from (
                select *
                from in_kind_pledges p
                where p.fund = f.id and (@after::text is null or p.id > @after)
                order by p.id
                limit @take
            ) as listed), '[]')::text
        from funds f
        where f.id = @fund
        """;

    const string Single = "select row_to_json(p)::text from in_kind_pledges p where p.fund = @fund and p.id = @pledge";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/in-kind-pledges", List)
            .WithName("ListInKindPledges").WithTags("In kind").WithSummary("Lists what donors promised a fund besides money, in the order it was recorded.");
        routes.MapGet("/funds/{fund}/in-kind-pledges/{pledge:guid}", Get)
            .WithName("GetInKindPledge").WithTags("In kind").WithSummary("Shows a promise of something that is not money.");
    }

    static async Task<Found<Page<InKindPledgeView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var pledges = await database.One<IReadOnlyList<InKindPledge>>(Page, new { fund = Codes.Fold(fund), after = page.After, take = page.Take }, aborted);
        return Found<Page<InKindPledgeView>>.Made(
            pledges is null ? null : page.Page([.. pledges.Select(InKindPledgeView.Of)], pledge => pledge.Id),
            $"There is no fund '{fund}'.");
    }

    static async Task<Found<InKindPledgeView>> Get(string fund, Guid pledge, NpgsqlDataSource database, CancellationToken aborted) =>
        Found<InKindPledgeView>.Of(
            await database.One<InKindPledge>(Single, new { fund = Codes.Fold(fund), pledge = pledge.ToString() }, aborted),
            InKindPledgeView.Of,
            $"The fund {fund} has no in-kind pledge '{pledge}'.");
}
