using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TrustFund.Journal.Http;

static class Problems
{
    public static ProblemHttpResult Of(Refusal refusal)
    {
        var errors = refusal.Each()
            .Where(each => each.Field is not null)
            .GroupBy(each => each.Field!, each => each.Detail)
            .ToDictionary(field => field.Key, field => field.ToArray());
        return TypedResults.Problem(
            type: $"urn:trustfund:problem:{refusal.Code}",
            title: Title(refusal.Code),
            detail: refusal.Detail,
            statusCode: refusal.Status,
            extensions: errors.Count == 0 ? null : new Dictionary<string, object?> { ["errors"] = errors });
    }

    static string Title(string code) => string.Concat(char.ToUpperInvariant(code[0]), code.Replace('-', ' ')[1..]);
}
