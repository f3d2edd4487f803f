using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Partners;

/// <summary>The implementing partners, one or all.</summary>
static class ReadPartners
{
    const string One = "SELECT row_to_json(p)::text AS state FROM partners p WHERE p.id = @code";

    const string Many = """
        SELECT row_to_json(p)::text AS state
        FROM partners p
        WHERE @after::text IS NULL OR p.id > @after
        ORDER BY p.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/partners", List)
            .WithName("ListPartners").WithTags("Partners")
            .WithSummary("The implementing partners, by code");
        routes.MapGet("/partners/{code}", Get)
            .WithName("GetPartner").WithTags("Partners")
            .WithSummary("One implementing partner");
    }

    static async Task<Ok<Page<PartnerView>>> List(PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        var found = await db.Read<string>(Many, new { after = page.After, take = page.Take }, aborted);
        return TypedResults.Ok(page.Page([.. found.Select(row => PartnerView.Of(Rows.State<Partner>(row)))], view => view.Code));
    }

    static async Task<Results<Ok<PartnerView>, ProblemHttpResult>> Get(
        string code, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        code = Codes.Fold(code);
        var found = await db.Read<string>(One, new { code }, aborted);
        if (found.Count == 0)
            return Missing.Of("partner", code);
        var partner = Rows.State<Partner>(found[0]);
        response.Headers.ETag = partner.ETag();
        return TypedResults.Ok(PartnerView.Of(partner));
    }
}
