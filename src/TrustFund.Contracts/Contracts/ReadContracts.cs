using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>The contracts of a fund, one or all.</summary>
static class ReadContracts
{
    const string One = """
        SELECT row_to_json(c)::text AS state, coalesce(p.paid, 0) AS paid, coalesce(p.recovered, 0) AS recovered
        FROM contracts c
        LEFT JOIN contract_payments p ON p.id = c.id
        WHERE c.fund = @fund AND c.id = @id
        """;

    const string Many = """
        SELECT row_to_json(c)::text AS state, coalesce(p.paid, 0) AS paid, coalesce(p.recovered, 0) AS recovered
        FROM contracts c
        LEFT JOIN contract_payments p ON p.id = c.id
        WHERE c.fund = @fund
          AND (@after::text IS NULL OR c.id > @after)
          AND (@action::text IS NULL OR c.action_id = @action)
          AND (@partner::text IS NULL OR c.partner = @partner)
          AND (@country::text IS NULL OR c.countries @> jsonb_build_array(jsonb_build_object('country', @country::text)))
          AND (@theme::text IS NULL OR upper(c.theme) = upper(@theme))
          AND (@sector::text IS NULL OR c.sector = @sector)
          AND (@state::text IS NULL OR c.state = @state)
          AND (@endingBy::date IS NULL OR c.ends_on <= @endingBy::date)
        ORDER BY c.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/contracts", List)
            .WithName("ListContracts").WithTags("Contracts")
            .WithSummary("The contracts of a fund, in the order they were recorded")
            .WithDescription("`action` keeps those of one action, `partner` those of one partner, `country` those with a share of one country, `theme`, "
                + "`sector` and `state` (`active`, `suspended`, `terminated`) those of one, `endingBy` those whose implementation ends by that day.");
        routes.MapGet("/funds/{fund}/contracts/{id:guid}", Get)
            .WithName("GetContract").WithTags("Contracts")
            .WithSummary("One contract: original, contracted, decommitted, pending, paid, RAL, terms and state");
    }

    static async Task<Results<Ok<Page<ContractView>>, ProblemHttpResult>> List(
        string fund, [AsParameters] ContractFilter filter, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<(string State, decimal Paid, decimal Recovered)>(
            Many,
            new
            {
                fund,
                action = filter.Action?.ToString(),
                partner = filter.Partner?.ToUpperInvariant(),
                country = filter.Country?.ToUpperInvariant(),
                theme = filter.Theme,
                sector = filter.Sector,
                state = StateOf(filter.State),
                endingBy = filter.EndingBy?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                after = page.After,
                take = page.Take,
            },
            aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => ContractView.Of(Rows.State<Contract>(row.State), row.Paid, row.Recovered))], view => view.Id));
    }

    static string? StateOf(string? word) => word is null or "active" or "suspended" or "terminated"
        ? word
        : throw new InvalidRequestException("state", "It must be one of active, suspended, terminated.");

    static async Task<Results<Ok<ContractView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<(string State, decimal Paid, decimal Recovered)>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("contract", id);
        var contract = Rows.State<Contract>(found[0].State);
        response.Headers.ETag = contract.ETag();
        return TypedResults.Ok(ContractView.Of(contract, found[0].Paid, found[0].Recovered));
    }
}

/// <summary>Which contracts of a fund to list; each may be left out.</summary>
/// <param name="Action">Those of one action.</param>
/// <param name="Partner">Those of one partner.</param>
/// <param name="Country">Those with a share of one country.</param>
/// <param name="Theme">Those of one theme, in any letter case.</param>
/// <param name="Sector">Those of one purpose code.</param>
/// <param name="State">Those that are `active`, `suspended` or `terminated`.</param>
/// <param name="EndingBy">Those whose implementation ends by this day.</param>
sealed record ContractFilter(
    [FromQuery(Name = "action")] Guid? Action,
    [FromQuery(Name = "partner")] string? Partner,
    [FromQuery(Name = "country")] string? Country,
    [FromQuery(Name = "theme")] string? Theme,
    [FromQuery(Name = "sector")] string? Sector,
    [FromQuery(Name = "state")] string? State,
    [FromQuery(Name = "endingBy")] AskedDay? EndingBy);
