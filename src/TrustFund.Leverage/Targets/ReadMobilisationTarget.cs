using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells the mobilisation target in force.</summary>
static class ReadMobilisationTarget
{
    const string Sql = "select row_to_json(t)::text from mobilisation_targets t where t.id = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/mobilisation-target", Get)
        .WithName("GetMobilisationTarget")
        .WithTags("Mobilisation target");

    /// <summary>Tells what a fund's instruments are expected to mobilise.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    static async Task<Results<Ok<TargetView>, ProblemHttpResult>> Get(
        string fund, HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var found = await Rows.Read<MobilisationTarget>(database, Sql, new { fund = Codes.Fold(fund) }, cancellation);
        return found.SingleOrDefault() is { } target
            ? Answers.Versioned(http, TargetView.Of(target), target.Version)
            : Answers.Missing("mobilisation target of fund", Codes.Fold(fund));
    }
}
