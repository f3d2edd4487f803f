using Npgsql;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Rates;

static class ReadFxRates
{
    const string Page = """
        select row_to_json(r)::text
        from fx_rates r
        where (@base::text is null or r.base = @base)
          and (@quote::text is null or r.quote = @quote)
          and (@after::text is null or r.id > @after)
        order by r.id
        limit @take
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/fx-rates", List)
        .WithName("ListFxRates").WithTags("Exchange rates").WithSummary("Lists the recorded exchange rates, by currencies and month.");

    static async Task<Page<MonthlyRateView>> List(
        string? @base, string? quote, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rates = await database.Many<MonthlyRate>(
            Page, new { @base = @base?.ToUpperInvariant(), quote = quote?.ToUpperInvariant(), after = page.After, take = page.Take }, aborted);
        var listed = page.Page(rates, rate => rate.Id);
        return new([.. listed.Items.Select(MonthlyRateView.Of)], listed.Next);
    }
}
