using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Interest;

static class ReadInterest
{
    const string Page = """
        select coalesce((
            select json_agg(listed order by listed.interest_id)
            from (
                select *
                from interest_entries i
                where i.fund = f.id and (@after::text is null or i.interest_id > @after)
                order by i.interest_id
                limit @take
            ) as listed), '[]')::text
        from funds f
        where f.id = @fund
        """;

    const string Single = "select row_to_json(i)::text from interest_entries i where i.fund = @fund and i.interest_id = @interest";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/interest", List)
            .WithName("ListInterest").WithTags("Interest").WithSummary("Lists interest on a fund's account in the order it was booked.");
        routes.MapGet("/funds/{fund}/interest/{interest:guid}", Get)
            .WithName("GetInterest").WithTags("Interest").WithSummary("Shows an entry of interest.");
    }

    static async Task<Found<Page<InterestView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var entries = await database.One<IReadOnlyList<InterestEntry>>(Page, new { fund = Codes.Fold(fund), after = page.After, take = page.Take }, aborted);
        return Found<Page<InterestView>>.Made(
            entries is null ? null : page.Page([.. entries.Select(InterestView.Of)], entry => entry.Id),
            $"There is no fund '{fund}'.");
    }

    static async Task<Found<InterestView>> Get(string fund, Guid interest, NpgsqlDataSource database, CancellationToken aborted) =>
        Found<InterestView>.Of(
            await database.One<InterestEntry>(Single, new { fund = Codes.Fold(fund), interest = interest.ToString() }, aborted),
            InterestView.Of,
            $"The fund {fund} has no interest '{interest}'.");
}
