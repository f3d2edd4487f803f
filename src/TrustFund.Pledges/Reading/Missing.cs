using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Reading;

/// <summary>The problem document of a thing that is not there.</summary>
static class Missing
{
    public static ProblemHttpResult Of(string detail) => TypedResults.Problem(
        type: ProblemType.NotFound.Uri, title: ProblemType.NotFound.Title, detail: detail, statusCode: ProblemType.NotFound.Status);
}
