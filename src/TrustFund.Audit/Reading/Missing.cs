using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reading;

/// <summary>The problem documents of things that are not there.</summary>
static class Missing
{
    public static ProblemHttpResult Fund(string fund) => Of("fund", fund);

    public static ProblemHttpResult Of(string what, string id) => TypedResults.Problem(
        type: ProblemType.NotFound.Uri,
        title: ProblemType.NotFound.Title,
        detail: $"There is no {what} '{id}'.",
        statusCode: ProblemType.NotFound.Status);
}
