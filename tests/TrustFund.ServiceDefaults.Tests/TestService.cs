using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TrustFund.ServiceDefaults.Tests;

/// <summary>What a donor promises, as the tests send it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">The promised sum.</param>
/// <param name="SignedOn">The day of signature.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Parts">In how many parts.</param>
/// <param name="Instalments">What is due when.</param>
/// <param name="Note">Free text.</param>
public sealed record Promise(
    [Code] string Fund,
    [Positive] Money Amount,
    DateOnly SignedOn,
    PromiseKind Kind,
    [property: Range(1, 12, ErrorMessage = "It must be from 1 to 12.")] int Parts,
    IReadOnlyList<Instalment> Instalments,
    string? Note = null);

public sealed record Instalment([Positive] Money Amount, DateOnly DueOn);

/// <summary>A request whose check needs two of its values.</summary>
public sealed record Plan([Required] string Name, DateOnly From, DateOnly To) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (To < From)
        {
            yield return new ValidationResult($"It must not be before {From:yyyy-MM-dd}.", [nameof(To)]);
        }
    }
}

public enum PromiseKind
{
    PreFinancing,
    FinalPayment,
}

public sealed record KeyHeader : IFromHeaderMetadata
{
    public string Name => "Idempotency-Key";
}

/// <summary>A service with every kind of endpoint, on a free port of this machine.</summary>
public sealed class TestService : IAsyncDisposable
{
    readonly WebApplication app;

    readonly string? token;

    TestService(WebApplication app, string? token) => (this.app, this.token) = (app, token);

    public string Address => app.Urls.Single();

    public IServiceProvider Services => app.Services;

    public static async Task<TestService> Start(
        TestIssuer issuer, Action<WebApplicationBuilder>? build = null, Action<WebApplication>? map = null, params (string Key, string Value)[] settings)
    {
        var app = Build(issuer.Address, "Development", build, settings);
        MapSamples(app);
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestService(app, issuer.Token());
    }

    public static WebApplication Build(
        string? authority, string environment, Action<WebApplicationBuilder>? build = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("SignIn:Authority", authority), .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))]);
        builder.AddServiceDefaults();
        build?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapDefaultEndpoints();
        return app;
    }

    /// <summary>A client that is signed in as a finance officer, or as whoever the token names, or nobody for "".</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        if (token is not "")
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? this.token);
        }

        return client;
    }

    public async Task<HttpResponseMessage> Post(string path, string body, string contentType = "application/json")
    {
        using var client = Client();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await client.PostAsync(path, content, TestContext.Current.CancellationToken);
    }

    public async Task<HttpResponseMessage> Get(string path, string? token = null)
    {
        using var client = Client(token);
        return await client.GetAsync(path, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static void MapSamples(WebApplication app)
    {
        var api = app.MapApi();
        api.MapPost("/promises", Record).WithMetadata(new KeyHeader());
        api.MapPost("/long-promises", (Promise promise) => promise).WithMetadata(new RequestSizeLimitAttribute(1024 * 1024));
        api.MapGet("/promises", (PageRequest page) => page.Page<int>([.. Enumerable.Range(page.AfterAs<int>() + 1 ?? 1, page.Take).TakeWhile(number => number <= 120)], number => $"{number}"));
        api.MapPost("/promise-lists", (IReadOnlyList<Instalment> instalments) => instalments.Count);
        api.MapPost("/plans", (Plan plan) => plan);
        api.MapPost("/plans/{plan}/files", (string plan, HttpRequest request) => $"{plan}: {request.ContentType}").Accepts<IFormFile>("text/csv");
        api.MapGet("/funds/{fund}", ([Code] string fund) => Codes.Fold(fund));
        api.MapGet("/state", (DateOnly asOf, int? count) => $"{asOf} {count}");
        api.MapGet("/kinds", (AskedDay? on) => $"{on?.Day:yyyy-MM-dd}");
        api.MapGet("/approvals", () => "approved").RequireRole(Roles.VerifyingOfficer, Roles.AuthorisingOfficer);
        api.MapGet("/audits", () => "audited").RequireAuthorization(Roles.Auditor);
        api.MapGet("/whoami", (HttpContext context) => $"{context.User.Identity!.Name} {context.User.IsInRole(Roles.FinanceOfficer)}");
        api.MapGet("/fault", string () => throw new InvalidOperationException("the password is hunter2"));
        api.MapGet("/away", async (CancellationToken cancellation) =>
        {
            await using var connection = new NpgsqlConnection("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2");
            await connection.OpenAsync(cancellation);
        });
        api.MapGet("/slow", string () => throw new TimeoutException());
        api.MapGet("/missing", () => Results.NotFound());
        api.MapGet("/refused", () => TypedResults.Problem(type: ProblemType.Prefix + "insufficient-availability", title: "Insufficient availability", statusCode: 422, detail: "It has 5.00 EUR."));
    }

    /// <summary>Records a promise.</summary>
    /// <remarks>It is kept for ever.</remarks>
    static Promise Record(Promise promise) => promise;
}
