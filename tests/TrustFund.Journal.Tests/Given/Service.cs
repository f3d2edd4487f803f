using System.Net.Http.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustFund.Journal.Checking;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.Journal.Imports;
using TrustFund.ServiceDefaults;

namespace TrustFund.Journal.Tests.Given;

/// <summary>A whole service in this process: its HTTP API, its writer, its relay and its followers.</summary>
sealed class Service : IAsyncDisposable
{
    /// <summary>Where no broker is: the service records, and its feed is there, but nothing goes out or comes in over the bus.</summary>
    public static readonly Uri NoBroker = new("amqp://nobody:nothing@127.0.0.1:9/");

    readonly WebApplication app;

    Service(WebApplication app, AccountsEvolution evolution) => (this.app, Evolution) = (app, evolution);

    public AccountsEvolution Evolution { get; }

    public Uri Address => new(app.Urls.Single());

    public static async Task<Service> Start(string source, TestDatabase database, Uri messaging, Peers peers, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            [new($"ConnectionStrings:{source}db", database.App), new("ConnectionStrings:messaging", messaging.OriginalString)]);
        if (clock is not null) builder.Services.AddSingleton(clock);
        builder.AddStrictJson();
        builder.AddProblems();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, TestSignIn>("test", null);
        builder.Services.AddAuthorization();
        foreach (var following in Followings.Of(source))
        {
            builder.Services.AddHttpClient(following.Source, client => client.BaseAddress = new("http://source"))
                .ConfigurePrimaryHttpMessageHandler(() => peers.To(following.Source));
        }
        var evolution = new AccountsEvolution();
        builder.AddJournal(source, evolution);
        var app = builder.Build();
        app.UseProblems();
        app.MapJournal();
        app.MapImports(code => code, "finance-officer", ["finance-officer"], new Movements());
        Map(app.MapGroup("/accounts").WithAtLeast());
        await app.StartAsync(TestContext.Current.CancellationToken);
        var service = new Service(app, evolution);
        peers.Are(source, service.Address);
        return service;
    }

    /// <summary>A client that is signed in as somebody with a role.</summary>
    public HttpClient Client(string role = "finance-officer", string person = "fiona") => new()
    {
        BaseAddress = Address,
        DefaultRequestHeaders = { { TestSignIn.Person, person }, { TestSignIn.Role, role } },
    };

    public async Task<Answer> Send(HttpMethod method, string path, object? body = null, string? key = null, string? ifMatch = null, string role = "finance-officer")
    {
        using var client = Client(role);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: StrictJson.Options) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.Of(response);
    }

    public Task<Answer> Receive(string fund, decimal amount, string key, string donor = "EU", string? ifMatch = null) =>
        Send(HttpMethod.Post, $"/accounts/{fund}/receipts", new Receipt(Euro.Of(amount), key, donor), key, ifMatch);

    public Task<Answer> Pay(string fund, decimal amount, string key, string? ifMatch = null) =>
        Send(HttpMethod.Post, $"/accounts/{fund}/payments", new Payment(Euro.Of(amount), "payment"), key, ifMatch);

    public Task<HealthReport> Health() =>
        app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

    public Task<VerificationReport> Verify() =>
        app.Services.GetRequiredService<Verification>().Run(TestContext.Current.CancellationToken);

    public Task Stop(CancellationToken patience = default) => app.StopAsync(patience);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapPost("/{fund}/receipts", (string fund, Receipt receipt, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new Receive(fund, receipt.Amount.Amount, receipt.Reference, receipt.Donor))).MovesMoney();
        accounts.MapPost("/{fund}/payments", (string fund, Payment payment, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new Pay(fund, payment.Amount.Amount, payment.Reference))).MovesMoney();
        accounts.MapPost("/{fund}/stumbles", (string fund, Caller caller, JournalWriter journal) => journal.Record(caller, new Stumble(fund)));
        accounts.MapGet("/{fund}", Read);
    }

    static async Task<IResult> Read(string fund, NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select received from account where id = $1");
        command.Parameters.AddWithValue(fund);
        return await command.ExecuteScalarAsync() is decimal received ? TypedResults.Ok(Euro.Of(received)) : TypedResults.NotFound();
    }

    sealed record Receipt(Money Amount, string Reference, string Donor);

    sealed record Payment(Money Amount, string Reference);
}
