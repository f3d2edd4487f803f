using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TrustFund.Journal.Checking;

namespace TrustFund.Journal.Http;

static class VerifyEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/journal/verify", Verify)
        .WithName("VerifyJournal")
        .WithSummary("Proves the books: sequences, hashes, and every balance folded again from the journals.");

    static async Task<Results<Ok<VerificationReport>, ProblemHttpResult>> Verify(HttpResponse response, Verification verification, CancellationToken cancellation)
    {
        try
        {
            return TypedResults.Ok(await verification.Run(cancellation));
        }
        catch (HttpRequestException away)
        {
            response.Headers.RetryAfter = "5";
            return Problems.Of(new(503, "unavailable", $"A service whose journal these books depend on is away, so they cannot be proved now: {away.Message}"));
        }
    }
}
