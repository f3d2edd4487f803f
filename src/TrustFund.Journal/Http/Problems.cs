using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TrustFund.Journal.Http;

static class Problems
{
    public static ProblemHttpResult Of(Refusal refusal) => TypedResults.Problem(
        type: $"urn:trustfund:problem:{refusal.Code}",
        title: Title(refusal.Code),
        detail: refusal.Detail,
        statusCode: refusal.Status,
        extensions: refusal.Field is null ? null : new Dictionary<string, object?>
        {
            ["errors"] = new Dictionary<string, string[]> { [refusal.Field] = [refusal.Detail] },
        });

    static string Title(string code) => string.Concat(char.ToUpperInvariant(code[0]), code.Replace('-', ' ')[1..]);
}
