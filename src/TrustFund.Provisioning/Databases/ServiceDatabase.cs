using Npgsql;

namespace TrustFund.Provisioning.Databases;

/// <summary>
/// One service's database. Its tables belong to an owner whom nobody can log in as; the service's own login reads and writes rows and
/// can neither create, alter, truncate nor switch off a trigger, nor connect anywhere else.
/// </summary>
static class ServiceDatabase
{
    public static string Owner(string service) => $"{service}_owner";

    public static string App(string service) => $"{service}_app";

    public static async Task ProvisionAsync(
        NpgsqlConnection server, NpgsqlConnectionStringBuilder administrator, ServiceLogins service, TextWriter report, CancellationToken cancel)
    {
        var (database, owner, app) = (Identifier.Quoted(service.Name), Identifier.Quoted(Owner(service.Name)), Identifier.Quoted(App(service.Name)));

        if (await CreateRoleAsync(server, Owner(service.Name), cancel))
        {
            await report.WriteLineAsync($"{service.Name}: role {Owner(service.Name)} created");
        }

        await DatabaseServer.ExecuteAsync(server, $"alter role {owner} with nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls", cancel);
        if (await CreateRoleAsync(server, App(service.Name), cancel))
        {
            await report.WriteLineAsync($"{service.Name}: role {App(service.Name)} created");
        }

        await SetLoginAsync(server, app, service.DatabasePassword, cancel);
        await report.WriteLineAsync($"{service.Name}: password and limits of role {App(service.Name)} set");
        if (!await ExistsAsync(server, "select exists (select from pg_database where datname = $1)", service.Name, cancel))
        {
            await DatabaseServer.ExecuteAsync(server, $"create database {database} owner {owner} template template0 encoding 'UTF8'", cancel);
            await report.WriteLineAsync($"{service.Name}: database {service.Name} created");
        }

        await DatabaseServer.ExecuteAsync(server, $"revoke all on database {database} from public", cancel);
        await DatabaseServer.ExecuteAsync(server, $"grant connect on database {database} to {app}", cancel);

        var inside = new NpgsqlConnectionStringBuilder(administrator.ConnectionString) { Database = service.Name };
        await OpenSchemasAsync(inside, owner, app, cancel);
        await Migrations.ApplyAsync(inside, service.Name, report);
    }

    static async Task<bool> CreateRoleAsync(NpgsqlConnection server, string role, CancellationToken cancel)
    {
        if (await ExistsAsync(server, "select exists (select from pg_roles where rolname = $1)", role, cancel))
        {
            return false;
        }

        await DatabaseServer.ExecuteAsync(server, $"create role {Identifier.Quoted(role)} nologin", cancel);
        return true;
    }

    static async Task SetLoginAsync(NpgsqlConnection server, string app, string password, CancellationToken cancel)
    {
        // No service may take more than half of the server's connections from the others.
        await using var command = new NpgsqlCommand("select current_setting('max_connections')::int / 2", server);
        var limit = (int)(await command.ExecuteScalarAsync(cancel))!;
        await DatabaseServer.ExecuteAsync(
            server,
            $"""
            alter role {app} with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit {limit} password{Identifier.Literal(password)};
            alter role {app} set statement_timeout = '30s';
            -- A process that was stopped while it held the head of its journal must not hold it for ever.
            alter role {app} set idle_in_transaction_session_timeout = '15s';
            """,
            cancel);
    }

    // The grants are defaults, set before the migrations: a migration can then take a right back, for good.
    static async Task OpenSchemasAsync(NpgsqlConnectionStringBuilder inside, string owner, string app, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(inside.ConnectionString);
        await connection.OpenAsync(cancel);
        await DatabaseServer.ExecuteAsync(
            connection,
            $"""
            alter schema public owner to {owner};
            revoke create on schema public from public;
            grant usage on schema public to {app};
            create schema if not exists {Migrations.Schema} authorization {owner};
            alter default privileges for role {owner} in schema public grant select, insert, update, delete on tables to {app};
            alter default privileges for role {owner} in schema public grant usage, select on sequences to {app};
            """,
            cancel);
    }

    static async Task<bool> ExistsAsync(NpgsqlConnection server, string sql, string name, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, server) { Parameters = { new() { Value = name } } };
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
