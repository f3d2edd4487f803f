using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Payments;

/// <summary>One payment, with who took each step and when.</summary>
static class ReadDisbursement
{
    const string Select = "select row_to_json(kept)::text from disbursements kept where id = @id and fund = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/disbursements/{id}", Read).WithName("ReadDisbursement");

    /// <summary>Read a disbursement</summary>
    /// <remarks>With who took each step, as opaque ids, and when. Its ETag may be sent as If-Match with the next step.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static async Task<Results<Ok<DisbursementView>, NotFound>> Read(
        string fund, string id, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund), id = Ids.Fold(id) };
        if (await database.ReadOne<Disbursement>(Select, asked, cancellation) is not { } kept)
            return TypedResults.NotFound();
        response.SetETag(kept);
        return TypedResults.Ok(DisbursementView.Of(kept));
    }
}
