using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace TrustFund.SignIn.Tests;

/// <summary>The development issuer on a free port, with a key file of its own.</summary>
public sealed class RunningIssuer : IAsyncDisposable
{
    readonly WebApplication app;

    readonly HttpClient client;

    RunningIssuer(WebApplication app)
    {
        this.app = app;
        client = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public string Address => app.Urls.Single();

    public static WebApplication Build(string keyFile, string environment = "Development", string urls = "http://127.0.0.1:0", params string[] more) => Issuer.Build(
        ["--environment", environment, "--urls", urls, "--SignIn:KeyFile", keyFile, "--Clients:contracts:Secret", "a-secret", "--Logging:LogLevel:Default", "None", .. more]);

    public static async Task<RunningIssuer> Start(string keyFile)
    {
        var app = Build(keyFile);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningIssuer(app);
    }

    public async Task<(int Status, string Body)> Token(string accept, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = content };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await Send(request);
    }

    public Task<(int Status, string Body)> Token(params (string Name, string Value)[] form) => Token("application/json", form);

    public async Task<(int Status, string Body)> Send(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<JsonElement> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var (status, body) = await Send(request);
        Assert.Equal(200, status);
        return JsonElement.Parse(body);
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
