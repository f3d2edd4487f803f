using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc;

namespace TrustFund.Disbursements.Bank;

/// <summary>Reads a bank statement out of the body of a request, and has it recorded.</summary>
static class TakeStatement
{
    /// <summary>Bytes a file may have: five thousand lines with everything they may say.</summary>
    public const long LargestFile = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/bank-statements", Take)
        .WithName("RecordBankStatement")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Accepts<IFormFile>("text/csv")
        .WithMetadata(new RequestSizeLimitAttribute(LargestFile))
        .Produces<StatementView>(StatusCodes.Status201Created);

    /// <summary>Take a bank statement in</summary>
    /// <remarks>
    /// The body is the CSV file itself (`text/csv`, UTF-8; commas, semicolons or tabs between): `account`, `value_date` (2018-12-31), `amount` (-1234.56; negative for what went out),
    /// `currency`, `reference`, and where there are `counterparty` and `description`. A line that is malformed refuses the whole file, naming row
    /// and column. Lines are matched with payments, receipts, costs, interest, recoveries, refunds and returns by bank reference, amount and sign;
    /// the others wait until such a thing is booked, or a person matches them. The same file twice changes nothing.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    static async Task<IResult> Take(string fund, Caller caller, HttpContext context, JournalWriter journal, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.MediaType is not "text/csv")
            return TypedResults.Problem(statusCode: StatusCodes.Status415UnsupportedMediaType, detail: "Send the file itself as the body, with Content-Type: text/csv.");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellation);
        var file = StatementFile.Read(body.ToArray());
        if (file.Problems.Count == 0)
            return await journal.Record(caller, new RecordStatement(Codes.Fold(fund), file.Hash, file.Lines));
        var first = file.Problems.Take(200).GroupBy(problem => problem.Field).ToDictionary(field => field.Key, field => field.Select(problem => problem.Message).ToArray());
        await context.WriteProblem(ProblemType.InvalidRequest, $"{file.Problems.Count} cells of the file are not what they must be, so nothing of it is recorded.", first);
        return Results.Empty;
    }
}
