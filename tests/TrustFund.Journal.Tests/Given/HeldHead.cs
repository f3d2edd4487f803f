using Npgsql;

namespace TrustFund.Journal.Tests.Given;

/// <summary>Holds the head of a journal, as another replica would that is in the middle of writing, until it is disposed of.</summary>
sealed class HeldHead : IAsyncDisposable
{
    const string Waiting = "datname = current_database() and wait_event_type = 'Lock' and query like '%journal.head%'";

    readonly NpgsqlConnection connection;

    HeldHead(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<HeldHead> Of(TestDatabase database)
    {
        var connection = new NpgsqlConnection(database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("begin; select 1 from journal.head for update", connection);
        await command.ExecuteNonQueryAsync();
        return new HeldHead(connection);
    }

    public static Task<long> CountWaiting(TestDatabase database) => database.Value<long>($"select count(*) from pg_stat_activity where {Waiting}");

    /// <summary>Kills the connections that wait for the head, and says how many there were.</summary>
    public static async Task<int> KillWaiting(TestDatabase database) =>
        (int)await database.Value<long>($"select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity where {Waiting}");

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
