using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Npgsql;

namespace AppHost.Tests;

/// <summary>The servers alone, as other tests use them.</summary>
public sealed class ServerTests
{
    static readonly HttpClient Http = new();

    [Fact]
    public async Task PostgreSQL_loses_nothing_committed_when_it_is_killed()
    {
        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await ExecuteAsync(server, "CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)");
        await server.KillAsync();
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ExecuteAsync(server, "SELECT 1"));
        await server.StartAgainAsync(TestContext.Current.CancellationToken);
        Assert.Equal(7, await ExecuteAsync(server, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task PostgreSQL_commits_to_disk_and_takes_only_its_own_password()
    {
        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("on on 200", await ExecuteAsync(server, "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit') || ' ' || current_setting('max_connections')"));
        await using var wrong = NpgsqlDataSource.Create(server.ConnectionStringFor("postgres", "postgres", "guess"));
        await Assert.ThrowsAsync<PostgresException>(async () => await wrong.OpenConnectionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RabbitMQ_has_no_guest_and_comes_back_with_its_queues_when_it_is_killed()
    {
        await using var server = await RabbitMqServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(server, HttpMethod.Get, "/api/whoami", "guest", "guest"));
        Assert.Equal(HttpStatusCode.Created, await CallAsync(server, HttpMethod.Put, "/api/queues/%2F/kept", server.UserName, server.Password));
        // The broker writes down what was declared a moment later; only what is on disk can outlive a kill.
        await server.RestartAsync(TestContext.Current.CancellationToken);
        await server.KillAsync();
        await server.StartAgainAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync("the queue is back", async () => await CallAsync(server, HttpMethod.Get, "/api/queues/%2F/kept", server.UserName, server.Password) == HttpStatusCode.OK);
    }

    static async Task<object?> ExecuteAsync(PostgresServer server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    static async Task<HttpStatusCode> CallAsync(RabbitMqServer server, HttpMethod method, string path, string user, string password)
    {
        using var request = new HttpRequestMessage(method, new Uri(server.ManagementUri + path.TrimStart('/')));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        request.Content = method == HttpMethod.Put ? new StringContent("""{"durable":true}""", Encoding.UTF8, "application/json") : null;
        using var response = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
