using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Statements;

static class ReadRevaluation
{
    // Of each pair of currencies the latest rate up to the day.
    const string Kept = """
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
        .AnswersReport()
        .WithName("GetRevaluation")
        .WithTags("Exchange rates")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Revalues a fund's open pledges in other currencies at the rates of a day: for reports only, nothing is booked.")
        .WithDescription(
            "The rates are those of `ratesOf`, else of `asOf`, else of today, as they were known; one of a day to come never counts. Takes `asOf` "
            + "(booking date) and `knownOn` (recorded time); `Accept: text/csv` or `?format=csv` for a table.");

    static async Task<Results<Ok<Revaluation>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, StatementDesk desk, CancellationToken aborted,
        [Description("The day whose rates are taken, the latest recorded on or before it; the day of the report when left out.")] AskedDay? ratesOf = null) =>
        query.Answer(await desk.Make(query, session => Make(session, Codes.Fold(fund), ratesOf?.Day), aborted), () => Missing.Of($"There is no fund '{fund}'."));

    public static async Task<Revaluation?> Make(StatementSession session, string fund, DateOnly? ratesOf)
    {
        var asked = ratesOf ?? session.AsOf;
        // A month's rate may be published some days before the month begins: until then it is no rate of any day.
        var on = asked < session.Today ? asked : session.Today;
        if (await session.One<Row>(Kept, new { fund, on = on.Iso() }) is not { } row)
            return null;
        if (session.IsPresent)
            return Revaluation.Of(session.Header(row.Fund), row.Fund, row.Pledges, row.Rates, on);
        var pairs = row.Pledges.Select(pledge => pledge.Own().Currency.Code).Distinct()
            .SelectMany(own => (string[])[$"{own}-{row.Fund.Currency}", $"{row.Fund.Currency}-{own}"]);
        var history = await session.History(row.Fund.Id, row.Pledges, pairs);
        return Revaluation.Of(session.Header(row.Fund), row.Fund, history.Pledges.Select(entry => entry.Pledge), history.Rates, on);
    }

    sealed record Row(Fund Fund, IReadOnlyList<Pledge> Pledges, IReadOnlyList<MonthlyRate> Rates);
}
