using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Contracts;

/// <summary>The contracts whose partners have not yet shown to have used all that was paid ahead.</summary>
static class ListOpenPrefinancing
{
    const string Select = """
        select row_to_json(kept)::text from contracts kept
        where fund = @fund and id > @after and prefinancing_paid <> prefinancing_cleared
        order by id
        limit @take
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/prefinancing", List).WithName("ListOpenPrefinancing");

    /// <summary>List the contracts whose pre-financing is not cleared</summary>
    /// <remarks>The oldest contract first, a page at a time.</remarks>
    /// <param name="fund">Code of the fund.</param>
    static async Task<Ok<Page<ContractPaymentsView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.ReadAll<Contract>(Select, new { fund = Codes.Fold(fund), after = page.After ?? "", take = page.Take }, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(ContractPaymentsView.Of)], view => view.Contract));
    }
}
