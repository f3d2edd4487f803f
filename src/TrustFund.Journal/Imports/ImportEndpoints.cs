using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using TrustFund.Journal.Http;

namespace TrustFund.Journal.Imports;

/// <summary>Takes files of history in.</summary>
public static class ImportEndpoints
{
    const long LargestFile = 256 * 1024 * 1024;

    /// <summary>
    /// Maps <c>POST /funds/{fund}/imports/{kind}</c> for each kind of file, how an import gets on, and what columns a file has.
    /// </summary>
    /// <param name="routes">Where to.</param>
    /// <param name="fold">How a fund's code is written in its one letter case.</param>
    /// <param name="role">Who may import.</param>
    /// <param name="readers">Who may see how an import gets on.</param>
    /// <param name="kinds">The kinds of file that this service takes.</param>
    public static void MapImports(this IEndpointRouteBuilder routes, Func<string, string> fold, string role, IReadOnlyList<string> readers, params IReadOnlyList<ImportKind> kinds)
    {
        var group = routes.MapGroup("").WithTags("Imports");
        var reading = group.MapGroup("").RequireAuthorization(policy => policy.RequireRole(readers));
        foreach (var kind in kinds)
        {
            group.MapPost($"/funds/{{fund}}/imports/{kind.Name}", (string fund, HttpRequest request, ImportRunner runner, ImportTable table, TimeProvider clock, CancellationToken cancellation) =>
                    Take(fold(fund), kind, request, runner, table, clock, cancellation))
                .RequireAuthorization(policy => policy.RequireRole(role))
                .WithMetadata(new RequestSizeLimitAttribute(LargestFile), new BookingDate(), new DryRun())
                .Accepts<IFormFile>("text/csv")
                .Produces<ImportView>(StatusCodes.Status202Accepted)
                .WithName($"Import{kind.Name}")
                .WithSummary(kind.Description)
                .WithDescription($"""
                    The body is the CSV file itself. Columns: {string.Join("; ", kind.Columns.Select(Described))}.
                    With `?dryRun=true` nothing is recorded and every problem is listed by row and column. Otherwise all rows are recorded, or none. The same file twice changes nothing.
                    Rows that need no record are passed over, and listed as notices.
                    """);
            reading.MapGet($"/imports/{kind.Name}/columns", () => TypedResults.Ok(kind.Columns)).WithName($"Columns{kind.Name}").WithSummary($"The columns of a file of {kind.Name}.");
        }
        reading.MapGet("/funds/{fund}/imports/{id:guid}", (string fund, Guid id, ImportTable table) => Read(fold(fund), id, table)).WithName("ReadImport").WithSummary("How an import gets on.");
        reading.MapGet("/funds/{fund}/imports", async (string fund, ImportTable table) => TypedResults.Ok(await table.Latest(fold(fund)))).WithName("ListImports").WithSummary("The last hundred imports of a fund, the newest first.");
    }

    static async Task<Results<Accepted<ImportView>, ProblemHttpResult>> Take(
        string fund, ImportKind kind, HttpRequest request, ImportRunner runner, ImportTable table, TimeProvider clock, CancellationToken cancellation)
    {
        if (BookingDate.Refuse(request, clock) is { } refusal)
            return Problems.Of(refusal);
        var asked = request.Query["dryRun"].ToString();
        if (asked is not ("" or "true" or "false"))
            return Problems.Of(new(400, "invalid-request", "'dryRun' is true or false.", "dryRun"));
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType is not "text/csv")
            return Problems.Of(new(415, "unsupported-media-type", "Send the file itself as the body, with Content-Type: text/csv."));
        var path = Path.Combine(Path.GetTempPath(), $"trustfund-import-{Guid.NewGuid():N}.csv");
        await Keep(request, path, cancellation);
        var order = new ImportOrder(
            Guid.CreateVersion7().ToString(), fund, kind, FileNameOf(request, kind), path, Caller.ActorOf(request.HttpContext.User), BookingDate.Of(request), asked == "true");
        await table.Add(order);
        if (!runner.TryTake(order))
        {
            File.Delete(path);
            await table.Tell(order.Id, "failed", 0, 0, detail: "Too many files wait to be imported: send it again later.");
        }
        return TypedResults.Accepted($"/funds/{fund}/imports/{order.Id}", await table.Find(fund, order.Id));
    }

    static string Described(ImportColumn column) =>
        $"`{column.Name}`{(column is not { Required: true, Instead: [] } ? " (optional)" : "")}: {column.Description}";

    static async Task Keep(HttpRequest request, string path, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous);
        try
        {
            await request.Body.CopyToAsync(file, cancellation);
        }
        catch
        {
            // The caller hung up: half a file is of no use.
            File.Delete(path);
            throw;
        }
    }

    static async Task<Results<Ok<ImportView>, ProblemHttpResult>> Read(string fund, Guid id, ImportTable table) =>
        await table.Find(fund, id.ToString()) is { } import
            ? TypedResults.Ok(import)
            : Problems.Of(Refusal.NotFound("import", id.ToString()));

    static string FileNameOf(HttpRequest request, ImportKind kind) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition) && disposition.FileName?.Trim('"') is { Length: > 0 and <= 200 } name
            ? name
            : $"{kind.Name}.csv";
}

/// <summary>Endpoint metadata: the command may be tried without recording anything, <c>?dryRun=true</c>.</summary>
public sealed class DryRun : IFromQueryMetadata
{
    /// <summary>The query parameter, as the OpenAPI document shows it.</summary>
    public string Name => "dryRun";
}
