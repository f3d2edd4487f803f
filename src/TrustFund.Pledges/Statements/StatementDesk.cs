using System.Data;
using Npgsql;
using TrustFund.Journal.Reporting;

namespace TrustFund.Pledges.Statements;

/// <summary>Makes reports: each in one snapshot of the database, out of the rows as they are kept or, for another day or moment, out of the journal.</summary>
sealed class StatementDesk(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Makes a report.</summary>
    /// <param name="asked">The day and the moment that are asked for.</param>
    /// <param name="make">What makes it; null when there is none.</param>
    /// <param name="aborted">That nobody waits any more.</param>
    public async Task<T?> Make<T>(ReportQuery asked, Func<StatementSession, Task<T?>> make, CancellationToken aborted)
        where T : class, IReport
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(aborted);
        if (asked.Moment is not null)
            await JournalPrefix.Await(connection, aborted);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, aborted);
        var position = await JournalPrefix.Position(connection, asked.Moment, aborted);
        return await make(new(connection, asked, position, now, aborted));
    }
}
