using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace TrustFund.Journal.Http;

/// <summary>Where a journal stands.</summary>
/// <param name="Source">The service.</param>
/// <param name="Sequence">The sequence of its last entry; 0 when it has none.</param>
/// <param name="CompleteThrough">Every entry recorded before this moment, UTC, is at or below that sequence.</param>
sealed record JournalHead(string Source, long Sequence, DateTimeOffset CompleteThrough);

static class HeadEndpoint
{
    // Shared, so that no group is about to commit with an earlier recorded time than the one that is told.
    const string SelectHead = "select sequence from journal.head for share";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/journal/head", Read)
        .WithName("ReadJournalHead")
        .WithSummary("The journal's last sequence, and the moment through which it tells everything.");

    static async Task<Ok<JournalHead>> Read(NpgsqlDataSource database, JournalOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand(SelectHead, connection, transaction);
        var sequence = (long)(await command.ExecuteScalarAsync(cancellation))!;
        var head = new JournalHead(options.Source, sequence, clock.GetUtcNow());
        await transaction.CommitAsync(cancellation);
        return TypedResults.Ok(head);
    }
}
