using Npgsql;

namespace TrustFund.Provisioning.Tests;

/// <summary>What a service's own database role can do, tried on a real PostgreSQL.</summary>
public sealed class DatabaseRightsTests(Servers servers) : IAsyncLifetime
{
    const string Refused = PostgresErrorCodes.InsufficientPrivilege;

    public async ValueTask InitializeAsync()
    {
        // A table such as a service's migration makes: owned by the owner, granted by default.
        await using var administrator = new NpgsqlConnection(servers.AdministratorConnection("pledges"));
        await administrator.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(
            administrator,
            "set role pledges_owner; drop table if exists probe; create table probe (id bigint generated always as identity primary key, amount numeric not null)");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create temporary table mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("create view public.mine as select 1")]
    [InlineData("create function public.mine() returns int language sql return 1")]
    [InlineData("create sequence public.mine")]
    [InlineData("create extension pgcrypto")]
    [InlineData("create database mine")]
    [InlineData("create role mine")]
    [InlineData("alter table public.probe add column extra int")]
    [InlineData("alter table public.probe disable trigger all")]
    [InlineData("alter table public.probe owner to pledges_app")]
    [InlineData("drop table public.probe")]
    [InlineData("truncate public.probe")]
    [InlineData("create index on public.probe (amount)")]
    [InlineData("create trigger mine before insert on public.probe for each statement execute function journal.refuse_change()")]
    [InlineData("create policy mine on public.probe")]
    [InlineData("alter table journal.entry add column extra int")]
    [InlineData("alter table journal.entry disable trigger all")]
    [InlineData("drop trigger entry_only_grows on journal.entry")]
    [InlineData("truncate journal.entry")]
    [InlineData("update journal.entry set body = ''")]
    [InlineData("delete from journal.entry")]
    [InlineData("update journal.claim set body = ''")]
    [InlineData("delete from journal.claim")]
    [InlineData("delete from journal.head")]
    [InlineData("insert into journal.head values (1, 0, '', now())")]
    [InlineData("drop schema journal cascade")]
    [InlineData("begin; lock table journal.entry in access exclusive mode")]
    [InlineData("select * from provisioning.applied")]
    [InlineData("insert into provisioning.applied (scriptname, applied) values ('mine', now())")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("set role pledges_owner")]
    [InlineData("set session authorization postgres")]
    [InlineData("alter role pledges_app superuser")]
    [InlineData("alter role contracts_app password 'mine'")]
    [InlineData("alter database pledges set statement_timeout = 0")]
    [InlineData("alter system set fsync = off")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("copy public.probe to program 'cat'")]
    [InlineData("copy public.probe from '/etc/passwd'")]
    [InlineData("select rolpassword from pg_authid")]
    public async Task The_service_cannot(string statement)
    {
        await using var service = await OpenAsync("pledges");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(service, statement));

        Assert.Equal(Refused, refusal.SqlState);
    }

    [Fact]
    public async Task The_service_reads_and_writes_rows_and_holds_the_head_of_its_journal()
    {
        await using var service = await OpenAsync("pledges");

        await ExecuteAsync(service, "insert into probe (amount) values (408600000.00); update probe set amount = amount + 1; delete from probe where amount < 0");
        await ExecuteAsync(service, "begin; select sequence from journal.head for update; update journal.head set sequence = sequence; commit");

        Assert.Equal(408_600_001.00m, await ScalarAsync(service, "select amount from probe"));
    }

    [Fact]
    public async Task The_service_reaches_no_database_but_its_own()
    {
        foreach (var service in servers.Settings.Services.Select(login => login.Name))
        {
            await using var own = await OpenAsync(service);
            foreach (var other in servers.Settings.Services.Select(login => login.Name).Append("postgres").Append("template1").Where(name => name != service))
            {
                await using var stranger = new NpgsqlConnection(servers.AppConnection(service, other));
                var refusal = await Assert.ThrowsAsync<PostgresException>(() => stranger.OpenAsync(TestContext.Current.CancellationToken));

                Assert.Equal(Refused, refusal.SqlState);
            }
        }
    }

    [Fact]
    public async Task Nobody_logs_in_as_an_owner()
    {
        var owner = new NpgsqlConnectionStringBuilder(servers.AppConnection("pledges")) { Username = "pledges_owner" };
        await using var connection = new NpgsqlConnection(owner.ConnectionString);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));

        // A role without a password is turned away before PostgreSQL says that it may not log in at all.
        Assert.Contains(refusal.SqlState, new[] { PostgresErrorCodes.InvalidPassword, PostgresErrorCodes.InvalidAuthorizationSpecification });
    }

    [Fact]
    public async Task A_session_is_limited_so_that_a_stopped_process_frees_what_it_holds()
    {
        await using var service = await OpenAsync("pledges");

        Assert.Equal("15s", await ScalarAsync(service, "show idle_in_transaction_session_timeout"));
        Assert.Equal("30s", await ScalarAsync(service, "show statement_timeout"));
        Assert.Equal(
            true, await ScalarAsync(service, "select rolconnlimit = current_setting('max_connections')::int / 2 from pg_roles where rolname = current_user"));
    }

    [Fact]
    public async Task Every_table_belongs_to_the_owner()
    {
        const string strangers = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'journal', 'provisioning') and pg_get_userbyid(c.relowner) <> $1
            """;
        foreach (var service in servers.Settings.Services.Select(login => login.Name))
        {
            await using var administrator = new NpgsqlConnection(servers.AdministratorConnection(service));
            await administrator.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand(strangers, administrator) { Parameters = { new() { Value = $"{service}_owner" } } };

            Assert.Equal(0L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
        }
    }

    async Task<NpgsqlConnection> OpenAsync(string service)
    {
        var connection = new NpgsqlConnection(servers.AppConnection(service));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
