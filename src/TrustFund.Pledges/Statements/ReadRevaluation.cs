using Npgsql;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Statements;

static class ReadRevaluation
{
    // Of each pair of currencies the latest rate up to the day.
    const string OpenPledges = """
        select json_build_object(
            'fund', row_to_json(f),
            'pledges', coalesce((select json_agg(p order by p.id) from pledges p where p.fund = f.id and p."foreign" is not null), '[]'),
            'rates', coalesce((
                select json_agg(latest)
                from (
                    select distinct on (r.base, r.quote) r.*
                    from fx_rates r
                    where r.date <= @on::date and f.currency in (r.base, r.quote)
                    order by r.base, r.quote, r.date desc) as latest), '[]'))::text
        from funds f
        where f.id = @fund
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/revaluation", Get)
        .WithName("GetRevaluation")
        .WithTags("Exchange rates")
        .WithSummary("Revalues a fund's open pledges in other currencies at the rates of a day (ratesOf, else today): for reports only, nothing is booked.");

    static async Task<Found<Revaluation>> Get(string fund, DateOnly? ratesOf, NpgsqlDataSource database, TimeProvider clock, CancellationToken aborted)
    {
        var on = ratesOf ?? clock.Today();
        var row = await database.One<Row>(OpenPledges, new { fund = Codes.Fold(fund), on = on.Iso() }, aborted);
        return Found<Revaluation>.Made(row is null ? null : Revaluation.Of(row.Fund, row.Pledges, row.Rates, on), $"There is no fund '{fund}'.");
    }

    sealed record Row(Fund Fund, IReadOnlyList<Pledge> Pledges, IReadOnlyList<MonthlyRate> Rates);
}
