using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;
using RabbitMQ.Client.Exceptions;
using TrustFund.Journal;
using TrustFund.Journal.Broker;
using TrustFund.Provisioning.Broker;

namespace TrustFund.Provisioning.Tests;

public sealed class ProvisionTests(Servers servers)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Running_it_again_changes_nothing()
    {
        var (roles, definitions) = (await RolesAsync(), await DefinitionsAsync());

        var lines = await Servers.ProvisionAsync(servers.Settings);

        Assert.DoesNotContain(lines, line => line.Contains("created", StringComparison.Ordinal)
            || line.Contains("declared", StringComparison.Ordinal)
            || line.Contains("applied", StringComparison.Ordinal)
            || line.Contains("deleted", StringComparison.Ordinal)
            || line.Contains("closed", StringComparison.Ordinal));
        Assert.Equal("provisioned", lines[^1]);
        Assert.Equal(roles, await RolesAsync());
        Assert.Equal(definitions, await DefinitionsAsync());
    }

    [Fact]
    public async Task Two_runs_at_once_take_turns()
    {
        var runs = await Task.WhenAll(Servers.ProvisionAsync(servers.Settings), Servers.ProvisionAsync(servers.Settings));

        Assert.All(runs, lines => Assert.Equal("provisioned", lines[^1]));
    }

    [Fact]
    public async Task The_journal_is_migrated_before_the_service()
    {
        foreach (var service in servers.Settings.Services.Select(login => login.Name))
        {
            await using var administrator = new NpgsqlConnection(servers.AdministratorConnection(service));
            await administrator.OpenAsync(Cancel);
            await using var command = new NpgsqlCommand("select scriptname from provisioning.applied order by schemaversionsid limit 1", administrator);

            Assert.Equal("journal/0001_journal.sql", await command.ExecuteScalarAsync(Cancel));
        }
    }

    [Fact]
    public async Task Passwords_are_set_to_what_they_are_now()
    {
        var changed = servers.Settings with
        {
            Services = [.. servers.Settings.Services.Select(login => login with { DatabasePassword = "changed'\\", BrokerPassword = "changed" })],
        };
        await Servers.ProvisionAsync(changed);
        try
        {
            await using var old = new NpgsqlConnection(servers.AppConnection("leverage"));
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => old.OpenAsync(Cancel));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
            await Assert.ThrowsAsync<BrokerUnreachableException>(() => servers.BrokerAsync("leverage"));

            await using var now = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(servers.AppConnection("leverage")) { Password = "changed'\\" }.ConnectionString);
            await now.OpenAsync(Cancel);
            await using var broker = await servers.BrokerAsync("leverage", "changed");
        }
        finally
        {
            await Servers.ProvisionAsync(servers.Settings);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_waited_for_and_then_named()
    {
        var absent = servers.Settings with { Postgres = "Host=127.0.0.1;Port=1;Username=postgres;Password=x", Patience = TimeSpan.FromSeconds(1) };
        using var report = new StringWriter();

        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => Provision.RunAsync(absent, report, TimeProvider.System, Cancel));

        Assert.StartsWith("PostgreSQL did not answer within 1 seconds", failure.Message, StringComparison.Ordinal);
        Assert.StartsWith("PostgreSQL: waiting up to 1 seconds for it to answer", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broker_that_refuses_its_administrator_is_named()
    {
        var settings = servers.Settings with { Messaging = new Uri("amqp://nobody:wrong@127.0.0.1"), Patience = TimeSpan.FromSeconds(1) };

        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => Servers.ProvisionAsync(settings));

        Assert.Equal("RabbitMQ did not answer within 1 seconds: it refuses its administrator 'nobody'", failure.Message);
    }

    [Fact]
    public async Task A_wrong_administrator_of_the_database_is_not_waited_for()
    {
        var settings = servers.Settings with { Postgres = new NpgsqlConnectionStringBuilder(servers.Settings.Postgres) { Password = "wrong" }.ConnectionString };

        var failure = await Assert.ThrowsAsync<ProvisioningException>(() => Servers.ProvisionAsync(settings));

        Assert.StartsWith("PostgreSQL refuses its administrator 'postgres'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_that_is_there_with_other_arguments_is_named()
    {
        using var http = servers.Management();
        using var gone = await http.DeleteAsync(new Uri("/api/queues/%2F/leverage.pledges", UriKind.Relative), Cancel);
        using var other = await http.PutAsJsonAsync("/api/queues/%2F/leverage.pledges", new { durable = true }, Cancel);
        try
        {
            var failure = await Assert.ThrowsAsync<ProvisioningException>(() => Servers.ProvisionAsync(servers.Settings));

            Assert.StartsWith("RabbitMQ refused the queue leverage.pledges (400):", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            using var removed = await http.DeleteAsync(new Uri("/api/queues/%2F/leverage.pledges", UriKind.Relative), Cancel);
            await Servers.ProvisionAsync(servers.Settings);
        }
    }

    [Fact]
    public async Task A_deleted_queue_comes_back_with_its_binding()
    {
        using var http = servers.Management();
        using var gone = await http.DeleteAsync(new Uri("/api/queues/%2F/contracts.pledges", UriKind.Relative), Cancel);

        var lines = await Servers.ProvisionAsync(servers.Settings);

        Assert.Contains("RabbitMQ: queue contracts.pledges declared", lines);
        var bindings = JsonNode.Parse(await http.GetStringAsync("/api/queues/%2F/contracts.pledges/bindings", Cancel))!.AsArray();
        Assert.Contains(bindings, binding => (string?)binding!["source"] == Topology.Events && (string?)binding["routing_key"] == "pledges.#");
    }

    [Fact]
    public void No_login_can_both_write_to_and_read_from_anything_but_the_events_exchange()
    {
        foreach (var service in servers.Settings.Services.Select(login => login.Name))
        {
            var rights = Rights.Of(service);
            var names = Followings.Services.SelectMany(a => Followings.Services.Select(b => $"{a}.{b}"))
                .Concat(["amq.default", "amq.topic", "trustfund.dead", "", service, $"{service}.spy"]);

            Assert.All(names, name => Assert.False(Regex.IsMatch(name, rights.Write) && Regex.IsMatch(name, rights.Read), name));
        }
    }

    async Task<string> RolesAsync()
    {
        const string everything = """
            select string_agg(line, E'\n' order by line) from (
                select concat_ws(' ', rolname, rolsuper, rolcanlogin, rolconnlimit, rolconfig::text) as line from pg_roles
                union all select concat_ws(' ', datname, pg_get_userbyid(datdba), datacl::text) from pg_database) as lines
            """;
        await using var administrator = new NpgsqlConnection(servers.AdministratorConnection("postgres"));
        await administrator.OpenAsync(Cancel);
        await using var command = new NpgsqlCommand(everything, administrator);
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    // The salt of a password is new whenever it is set, so hashes are left out.
    async Task<string> DefinitionsAsync()
    {
        using var http = servers.Management();
        var definitions = JsonNode.Parse(await http.GetStringAsync("/api/definitions", Cancel))!;
        foreach (var user in definitions["users"]!.AsArray())
        {
            user!.AsObject().Remove("password_hash");
        }

        return string.Join('\n', definitions.AsObject()
            .Where(section => section.Value is JsonArray)
            .SelectMany(section => section.Value!.AsArray().Select(item => $"{section.Key} {item!.ToJsonString()}"))
            .Order(StringComparer.Ordinal));
    }
}
