using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Refunds;

/// <summary>Refunds to donors, the oldest first.</summary>
static class ListRefunds
{
    const string Select = """
        select row_to_json(kept)::text from refunds kept
        where fund = @fund and id > @after and (@status::text is null or status = @status)
        order by id
        limit @take
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/refunds", List).WithName("ListRefunds");

    /// <summary>List a fund's refunds to donors</summary>
    /// <remarks>The oldest first, a page at a time. `?status=granted` is what waits for the bank.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="status">Only those in this state: asked, granted, refused, executed or reversed.</param>
    static async Task<Ok<Page<RefundView>>> List(string fund, string? status, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (status is not (null or "asked" or "granted" or "refused" or "executed" or "reversed"))
            throw new InvalidRequestException("status", "It must be asked, granted, refused, executed or reversed.");
        var rows = await database.ReadAll<Refund>(Select, new { fund = Codes.Fold(fund), status, after = page.After ?? "", take = page.Take }, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(RefundView.Of)], view => view.Id));
    }
}
