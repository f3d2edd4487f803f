using Npgsql;

namespace TrustFund.Provisioning.Databases;

/// <summary>The PostgreSQL server: reached, closed to strangers, and given a database for each service.</summary>
static class DatabaseServer
{
    // Any number will do, as long as nothing else on the server locks it.
    const long OneAtATime = 0x7472757374;

    public static async Task ProvisionAsync(Settings settings, TextWriter report, TimeProvider time, CancellationToken cancel)
    {
        var administrator = Administrator(settings.Postgres);
        await Patience.UntilAnswersAsync("PostgreSQL", token => WhyNotAsync(administrator, token), settings.Patience, report, time, cancel);
        try
        {
            await using var server = new NpgsqlConnection(administrator.ConnectionString);
            await server.OpenAsync(cancel);
            await LockAsync(server, settings.Patience, cancel);
            await CloseToPublicAsync(server, report, cancel);
            foreach (var service in settings.Services)
            {
                await ServiceDatabase.ProvisionAsync(server, administrator, service, report, cancel);
            }
        }
        catch (NpgsqlException failure)
        {
            throw new ProvisioningException($"PostgreSQL refused: {failure.Message}", failure);
        }
    }

    /// <summary>Runs one statement that takes no parameters.</summary>
    public static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlConnectionStringBuilder Administrator(string connectionString)
    {
        try
        {
            // Nothing of a run outlives it, and a pooled connection would keep databases busy.
            var administrator = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
            administrator.Database ??= "postgres";
            return administrator;
        }
        catch (ArgumentException malformed)
        {
            throw new ProvisioningException("The setting ConnectionStrings__postgres is no connection string.", malformed);
        }
    }

    static async Task<string?> WhyNotAsync(NpgsqlConnectionStringBuilder administrator, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(administrator.ConnectionString);
            await connection.OpenAsync(cancel);
            return null;
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            throw new ProvisioningException($"PostgreSQL refuses its administrator '{administrator.Username}': {refused.MessageText}", refused);
        }
        catch (Exception absent) when (absent is NpgsqlException or TimeoutException)
        {
            return absent.Message;
        }
    }

    // Two runs at once would trip over each other; the second waits, and then finds everything done.
    static async Task LockAsync(NpgsqlConnection server, TimeSpan patience, CancellationToken cancel)
    {
        await ExecuteAsync(server, $"set lock_timeout = {(int)patience.TotalMilliseconds}", cancel);
        try
        {
            await ExecuteAsync(server, $"select pg_advisory_lock({OneAtATime})", cancel);
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new ProvisioningException($"another provisioning has been running for {patience.TotalSeconds:0} seconds; it must end first.", held);
        }
    }

    // By default every login may connect to every database, and a template's rights are what new databases begin with.
    static async Task CloseToPublicAsync(NpgsqlConnection server, TextWriter report, CancellationToken cancel)
    {
        const string open = """
            select datname from pg_database
            where datallowconn and (datacl is null or exists (select from aclexplode(datacl) where grantee = 0))
            order by datname
            """;
        List<string> names = [];
        await using (var command = new NpgsqlCommand(open, server))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            await ExecuteAsync(server, $"revoke all on database {Identifier.Quoted(name)} from public", cancel);
            await report.WriteLineAsync($"PostgreSQL: database {name} closed to logins that have no right of their own to it");
        }
    }
}
