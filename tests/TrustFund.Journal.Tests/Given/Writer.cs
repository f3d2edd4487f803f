using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using TrustFund.Journal.Checking;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.Journal.Relaying;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Tests.Given;

/// <summary>One writer of the journal of "pledges", without the service around it. Several over one database are replicas.</summary>
sealed class Writer : IAsyncDisposable
{
    readonly NpgsqlDataSource database;
    readonly JournalOptions options = new("pledges", new AccountsEvolution());
    readonly RelaySignal signal = new();
    readonly GroupWriter groups;

    public Writer(string connectionString, TimeProvider? clock = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:pledgesdb", connectionString)]).Build();
        database = JournalHosting.OpenDatabase(configuration, "pledges");
        groups = new GroupWriter(
            database, options, clock ?? TimeProvider.System, Options.Create(new JsonOptions()), signal, NullLogger<GroupWriter>.Instance);
        Journal = new JournalWriter(groups);
    }

    public JournalWriter Journal { get; }

    public static async Task<Writer> Open(TestDatabase database, TimeProvider? clock = null)
    {
        var writer = new Writer(database.App, clock);
        await writer.Start();
        return writer;
    }

    /// <summary>Until then commands queue up, so that they make one group.</summary>
    public Task Start() => groups.StartAsync(TestContext.Current.CancellationToken);

    public Task Stop() => groups.StopAsync(CancellationToken.None);

    public async Task<Outcome> Record(Command command, string? key = null, string actor = "fiona", string? ifMatch = null, DateOnly? bookedOn = null)
    {
        var work = new CommandWork(command, CallerOf(command, key, actor, ifMatch) with { BookedOn = bookedOn });
        await groups.Enqueue(work);
        return await work.Outcome;
    }

    /// <summary>Applies facts of a followed source, as a follower does.</summary>
    public async Task<long> Follow(string source, params IReadOnlyList<CloudEvent> events)
    {
        var work = new FollowWork(source, events);
        await groups.Enqueue(work);
        return await work.Applied;
    }

    public static Caller CallerOf(Command command, string? key, string actor = "fiona", string? ifMatch = null) =>
        new(actor, command.GetType().Name, key, SHA256.HashData(Encoding.UTF8.GetBytes($"{command}")), ifMatch);

    public Task<VerificationReport> Verify() =>
        new Verification(database, options, new NoSource()).Run(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Stop();
        groups.Dispose();
        signal.Dispose();
        await database.DisposeAsync();
    }

    sealed class NoSource : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => throw new HttpRequestException("Nothing is followed here.");
    }
}
