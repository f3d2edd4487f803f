using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>Recovery orders, the oldest first.</summary>
static class ReadRecoveries
{
    const string Select = """
        select row_to_json(kept)::text from recoveries kept
        where fund = @fund and id > @after
          and (@contract::text is null or contract_id = @contract)
          and (not @open or amount > cashed + "offset" + waived)
        order by id
        limit @take
        """;

    const string SelectOne = "select row_to_json(kept)::text from recoveries kept where id = @id and fund = @fund";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/recoveries", List).WithName("ListRecoveries");
        routes.MapGet("/funds/{fund}/recoveries/{id}", Read).WithName("ReadRecovery");
    }

    /// <summary>List a fund's recovery orders</summary>
    /// <remarks>The oldest first, a page at a time; `?open=true` leaves out what is settled.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Only those under the contract with this id.</param>
    /// <param name="open">Only those of which something is still owed.</param>
    static async Task<Ok<Page<RecoveryView>>> List(
        string fund, string? contract, bool? open, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund), contract = contract is null ? null : Ids.Fold(contract), open = open ?? false, after = page.After ?? "", take = page.Take };
        var rows = await database.ReadAll<Recovery>(Select, asked, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(RecoveryView.Of)], view => view.Id));
    }

    /// <summary>Read a recovery order</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the recovery order.</param>
    static async Task<Results<Ok<RecoveryView>, NotFound>> Read(
        string fund, string id, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await database.ReadOne<Recovery>(SelectOne, new { id = Ids.Fold(id), fund = Codes.Fold(fund) }, cancellation) is not { } kept)
            return TypedResults.NotFound();
        response.SetETag(kept);
        return TypedResults.Ok(RecoveryView.Of(kept));
    }
}
