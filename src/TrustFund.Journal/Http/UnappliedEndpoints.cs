using System.Threading.Channels;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Http;

/// <summary>A followed fact that could not be applied.</summary>
/// <param name="Source">The service that recorded it.</param>
/// <param name="Sequence">Its sequence there.</param>
/// <param name="Type">Its type.</param>
/// <param name="Reason">Why it could not be applied.</param>
/// <param name="RecordedAt">When it was put aside, UTC.</param>
/// <param name="ReplayedAt">When it was applied after all, or null.</param>
sealed record UnappliedEvent(string Source, long Sequence, string Type, string Reason, DateTime RecordedAt, DateTime? ReplayedAt);

static class UnappliedEndpoints
{
    const string SelectAll = """
        select source as "Source", sequence as "Sequence", type as "Type", reason as "Reason", recorded_at as "RecordedAt", replayed_at as "ReplayedAt"
        from journal.unapplied order by replayed_at is not null, recorded_at, source, sequence limit 500
        """;

    const string SelectBody = "select body from journal.unapplied where source = @source and sequence = @sequence";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/journal/unapplied", List)
        .WithName("ListUnapplied")
        .WithSummary("Facts of followed sources that could not be applied, oldest first, with the reason.");

    public static void MapReplay(IEndpointRouteBuilder routes) => routes.MapPost("/journal/unapplied/{source}/{sequence:long}/replay", Replay)
        .WithName("ReplayUnapplied")
        .WithSummary("Applies a fact that was put aside, now that its reason is gone. A second time changes nothing.");

    static async Task<Ok<List<UnappliedEvent>>> List(NpgsqlDataSource database)
    {
        await using var connection = await database.OpenConnectionAsync();
        return TypedResults.Ok((await connection.QueryAsync<UnappliedEvent>(SelectAll)).AsList());
    }

    static async Task<byte[]?> ReadBody(NpgsqlDataSource database, string source, long sequence)
    {
        await using var connection = await database.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<byte[]>(SelectBody, new { source, sequence });
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Replay(string source, long sequence, NpgsqlDataSource database, GroupWriter writer)
    {
        if (await ReadBody(database, source, sequence) is not { } body)
            return Problems.Of(Refusal.NotFound("event put aside", $"{source}:{sequence}"));
        var work = new ReplayWork(CloudEvent.Read(body));
        try
        {
            await writer.Enqueue(work);
            await work.Applied;
            return TypedResults.NoContent();
        }
        catch (Exception failure) when (failure is ChannelClosedException || GroupWriter.IsPassing(failure))
        {
            return Problems.Of(JournalWriter.Away);
        }
        catch (Exception failure)
        {
            return Problems.Of(Refusal.Conflict("still-unappliable", failure.Message));
        }
    }
}
