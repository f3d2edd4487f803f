using Npgsql;
using TrustFund.Journal.Relaying;

namespace TrustFund.Journal.Tests.Given;

/// <summary>A journal's database: as the service sees it, and as its administrator does, who may look at everything and harm it.</summary>
sealed class TestDatabase(string app, string administrator)
{
    /// <summary>Nothing the service can do keeps the administrator from this; it is what verify is for.</summary>
    const string TriggersOff = "set session_replication_role = replica; ";

    /// <summary>The connection string of the service's own role.</summary>
    public string App => app;

    public Task Execute(string sql) => Execute(administrator, sql);

    // A pool would keep this connection as long as all tests run, and there are more databases than the role may have connections.
    public Task ExecuteAsApp(string sql) => Execute($"{app};Pooling=false", sql);

    public Task Tamper(string sql) => Execute(TriggersOff + sql);

    public async Task<T> Value<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The whole journal, as stored.</summary>
    public async Task<List<Outgoing>> Entries()
    {
        await using var connection = new NpgsqlConnection(administrator);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select sequence, type, routing_key, body, trace_parent from journal.entry order by sequence", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<Outgoing>();
        while (await reader.ReadAsync())
            entries.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        return entries;
    }

    /// <summary>How far a source is applied.</summary>
    public Task<long> Cursor(string source) => Value<long>($"select coalesce((select sequence from journal.followed where source = '{source}'), 0)");

    /// <summary>The sequence up to which the broker has confirmed everything.</summary>
    public Task<long> Relayed() => Value<long>("select sequence from journal.relayed");

    public Task<long> CountEntries() => Value<long>("select count(*) from journal.entry");

    /// <summary>How many transactions wrote claims: each row says which one wrote it.</summary>
    public Task<long> CountClaimingTransactions() => Value<long>("select count(distinct xmin::text) from journal.claim");

    public Task<decimal> Received(string fund) => Value<decimal>($"select coalesce((select received from account where id = '{fund}'), 0)");

    public Task<decimal> Paid(string fund) => Value<decimal>($"select coalesce((select paid from account where id = '{fund}'), 0)");

    static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
