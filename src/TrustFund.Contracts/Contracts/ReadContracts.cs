using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>The contracts of a fund, one or all.</summary>
static class ReadContracts
{
    const string One = """
        SELECT row_to_json(c)::text AS state, coalesce(p.paid, 0) AS paid
        FROM contracts c
        LEFT JOIN contract_payments p ON p.id = c.id
        WHERE c.fund = @fund AND c.id = @id
        """;

    const string Many = """
        SELECT row_to_json(c)::text AS state, coalesce(p.paid, 0) AS paid
        FROM contracts c
        LEFT JOIN contract_payments p ON p.id = c.id
        WHERE c.fund = @fund
          AND (@after::text IS NULL OR c.id > @after)
          AND (@action::text IS NULL OR c.action_id = @action)
          AND (@partner::text IS NULL OR c.partner = @partner)
        ORDER BY c.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/contracts", List)
            .WithName("ListContracts").WithTags("Contracts")
            .WithSummary("The contracts of a fund, in the order they were recorded")
            .WithDescription("`action` keeps those of one action, `partner` those of one partner.");
        routes.MapGet("/funds/{fund}/contracts/{id:guid}", Get)
            .WithName("GetContract").WithTags("Contracts")
            .WithSummary("One contract: original, contracted, decommitted, pending, paid, RAL");
    }

    static async Task<Results<Ok<Page<ContractView>>, ProblemHttpResult>> List(
        string fund, Guid? action, string? partner, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        partner = partner is null ? null : Codes.Fold(partner);
        var found = await db.Read<(string State, decimal Paid)>(
            Many, new { fund, action = action?.ToString(), partner, after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => ContractView.Of(Rows.State<Contract>(row.State), row.Paid))], view => view.Id));
    }

    static async Task<Results<Ok<ContractView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<(string State, decimal Paid)>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("contract", id);
        var contract = Rows.State<Contract>(found[0].State);
        response.Headers.ETag = contract.ETag();
        return TypedResults.Ok(ContractView.Of(contract, found[0].Paid));
    }
}
