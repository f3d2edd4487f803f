using System.Buffers;
using System.ComponentModel;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace TrustFund.Journal.Http;

/// <summary>The journal as anybody with the right to may read it: stored bytes, in order, without a gap.</summary>
static class Feed
{
    const int LargestPage = 1000;
    const int EntriesPerFlush = 50;

    const string SelectEntries = "select body from journal.entry where sequence > $1 order by sequence limit $2";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/journal", Read)
        .WithName("ReadJournal")
        .WithSummary("The journal's entries after a sequence, in order, as a CloudEvents batch.")
        .Produces(200, contentType: "application/cloudevents-batch+json");

    static async Task<Results<EmptyHttpResult, ProblemHttpResult>> Read(
        HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation,
        [Description("Entries with a sequence above this one; 0 for all.")] long after = 0,
        [Description("At most this many, 1 to 1000.")] int limit = 500)
    {
        if (after < 0)
            return OutOfRange("after", "'after' is the sequence of the last entry you have: 0 or more.");
        if (limit is < 1 or > LargestPage)
            return OutOfRange("limit", $"'limit' is 1 to {LargestPage}.");
        await using var command = database.CreateCommand(SelectEntries);
        command.Parameters.Add(new() { Value = after, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new() { Value = (long)limit, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        response.ContentType = new ContentType("application/cloudevents-batch+json").ToString();
        var body = response.BodyWriter;
        var entries = 0;
        body.Write("["u8);
        while (await reader.ReadAsync(cancellation))
        {
            if (entries > 0) body.Write(","u8);
            body.Write(reader.GetFieldValue<byte[]>(0));
            if (++entries % EntriesPerFlush == 0) await body.FlushAsync(cancellation);
        }
        body.Write("]"u8);
        await body.FlushAsync(cancellation);
        return TypedResults.Empty;
    }

    static ProblemHttpResult OutOfRange(string field, string detail) => Problems.Of(new(400, "invalid-request", detail, field));
}
