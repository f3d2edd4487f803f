using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using NpgsqlTypes;
using TrustFund.AppHost.Local;
using TrustFund.Audit.Periods;
using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;
using TrustFund.Provisioning;
using TrustFund.Provisioning.Databases;

[assembly: AssemblyFixture(typeof(Database))]

namespace TrustFund.Audit.Tests.Given;

/// <summary>A real PostgreSQL with Audit's own database, made by the platform's provisioning and read with the service's own rights.</summary>
public sealed class Database : IAsyncLifetime
{
    // A throw-away server, on the loopback interface only.
    const string Password = "secret of audit";

    static readonly Uri NoBroker = new("amqp://nobody:nothing@127.0.0.1:9/");

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    PostgresServer server = null!;

    internal NpgsqlDataSource Source { get; private set; } = null!;

    /// <summary>The connection string of an empty database, as the service gets it.</summary>
    internal string Live => server.ConnectionStringFor("audit_live", "audit_app", Password);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartAsync(cancellation: Cancel);
        var settings = new Settings(server.ConnectionString, NoBroker, NoBroker, [new("audit", Password, "")]);
        await DatabaseServer.ProvisionAsync(settings, TextWriter.Null, TimeProvider.System, Cancel);
        // A second one, still empty, for a test that lets the service itself write.
        await using (var administrator = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false }.ConnectionString))
        {
            await using var copy = administrator.CreateCommand("create database audit_live template audit owner audit_owner");
            await copy.ExecuteNonQueryAsync(Cancel);
            await using var grant = administrator.CreateCommand("grant connect on database audit_live to audit_app");
            await grant.ExecuteNonQueryAsync(Cancel);
        }
        Source = NpgsqlDataSource.Create(server.ConnectionStringFor("audit", "audit_app", Password) + ";Options=-c enable_seqscan=off;Timezone=UTC");
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await server.DisposeAsync();
    }

    /// <summary>Writes every row as the journal does, by the names of its columns, and how far each source is applied.</summary>
    internal async Task Write(HeardBooks books)
    {
        var evolution = new AuditEvolution();
        foreach (var table in evolution.Tables)
        {
            var rows = books.Service.All.Where(state => state.GetType() == table.Kind).ToList();
            if (rows.Count == 0)
                continue;
            await using var command = Source.CreateCommand(
                $"insert into {table.Name} select * from jsonb_populate_recordset(null::{table.Name}, $1)");
            command.Parameters.Add(new() { Value = $"[{string.Join(',', rows.Select(row => JsonSerializer.Serialize(row, table.Kind, Json)))}]", NpgsqlDbType = NpgsqlDbType.Jsonb });
            await command.ExecuteNonQueryAsync(Cancel);
        }
        foreach (var (source, sequence) in books.Positions)
        {
            await using var command = Source.CreateCommand(
                "insert into journal.followed (source, sequence, hash) values ($1, $2, decode(repeat('00', 32), 'hex')) on conflict (source) do update set sequence = excluded.sequence");
            command.Parameters.Add(new() { Value = source });
            command.Parameters.Add(new() { Value = sequence });
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }

    /// <summary>A desk whose sources answer with these positions; a source that is not named is away.</summary>
    internal ReportDesk Desk(IReadOnlyDictionary<string, long> heads, TimeProvider clock)
    {
        var services = new ServiceCollection();
        foreach (var source in Followings.Of("audit").Select(following => following.Source))
        {
            services.AddHttpClient(source, client => client.BaseAddress = new Uri($"http://{source}"))
                .ConfigurePrimaryHttpMessageHandler(() => new Head(source, heads, clock));
        }
        var clients = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        return new(Source, new SourceHeads(clients, Acknowledgements.Sources, clock, NullLogger<SourceHeads>.Instance), clock);
    }

    sealed class Head(string source, IReadOnlyDictionary<string, long> heads, TimeProvider clock) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            heads.TryGetValue(source, out var sequence)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent($$"""{"source":"{{source}}","sequence":{{sequence}},"completeThrough":"{{clock.GetUtcNow():O}}"}"""),
                })
                : throw new HttpRequestException($"{source} is away");
    }
}
