using Npgsql;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Imports;

/// <summary>
/// Decides a file upon what the service knows at one moment, without recording anything. What is recorded meanwhile does not wait for it:
/// a large file takes long to decide, and a dry run has no need of the journal's head.
/// </summary>
sealed class ImportTrial(NpgsqlDataSource database, JournalOptions options, TimeProvider clock)
{
    readonly GroupReads reads = new(options);

    public async Task<ImportAnswer> Decide(ImportFile file, string actor)
    {
        var asked = file.By(actor, clock.GetUtcNow());
        States states;
        await using (var connection = await database.OpenConnectionAsync())
            states = await reads.Snapshot(connection, asked.Touches);
        return await Task.Run(() =>
        {
            _ = asked.Decide(states);
            return ((ImportFile)asked).View(states);
        });
    }
}
