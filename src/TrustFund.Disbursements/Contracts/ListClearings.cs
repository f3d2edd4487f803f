using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Contracts;

/// <summary>The reports that have cleared a contract's pre-financing.</summary>
static class ListClearings
{
    const string Select = "select row_to_json(kept)::text from contracts kept where id = @contract and fund = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/contracts/{contract}/prefinancing-clearings", List)
        .WithName("ListClearings");

    /// <summary>A part of a contract's clearings, the oldest first.</summary>
    public static Page<ClearingView> Of(Contract contract, PageRequest page) => page.Page(
        [
            .. contract.Clearings.Where(clearing => string.CompareOrdinal(clearing.Id, page.After) > 0).OrderBy(clearing => clearing.Id, StringComparer.Ordinal)
                .Take(page.Take).Select(clearing => ClearingView.Of(clearing, contract)),
        ],
        view => view.Id);

    /// <summary>List the reports that have cleared a contract's pre-financing</summary>
    /// <remarks>The oldest first, a page at a time, with those that were reversed.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    static async Task<Results<Ok<Page<ClearingView>>, NotFound>> List(
        string fund, string contract, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation) =>
        await database.ReadOne<Contract>(Select, new { fund = Codes.Fold(fund), contract = Ids.Fold(contract) }, cancellation) is { } kept
            ? TypedResults.Ok(Of(kept, page))
            : TypedResults.NotFound();
}
