using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FsCheck.Xunit;
using Microsoft.IdentityModel.JsonWebTokens;

namespace TrustFund.SignIn.Tests;

public sealed class TokenTests(IssuerFixture fixture)
{
    [Theory]
    [InlineData("fiona", "finance-officer")]
    [InlineData("felix", "finance-officer")]
    [InlineData("vera", "verifying-officer")]
    [InlineData("arthur", "authorising-officer")]
    [InlineData("aude", "auditor")]
    [InlineData("ines", "integrator")]
    [InlineData("adam", "administrator")]
    public async Task A_demo_user_gets_eight_hours(string username, string role)
    {
        var (status, body) = await fixture.Issuer.Token(("grant_type", "password"), ("username", username), ("password", "demo"));
        var answer = JsonElement.Parse(body);

        Assert.Equal(200, status);
        Assert.Equal("Bearer", answer.GetProperty("token_type").GetString());
        Assert.Equal(28_800, answer.GetProperty("expires_in").GetInt32());
        var token = new JsonWebToken(answer.GetProperty("access_token").GetString());
        Assert.Equal("urn:trustfund:development-issuer", token.Issuer);
        Assert.Equal(["trustfund"], token.Audiences);
        Assert.Equal(TimeSpan.FromHours(8), token.ValidTo - token.ValidFrom);
        Assert.Equal([role], token.GetPayloadValue<string[]>("roles"));
        Assert.True(Guid.TryParse(token.Subject, out _));
        Assert.DoesNotContain(username, token.Subject, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_person_is_the_same_at_every_sign_in_and_no_two_are_one()
    {
        var users = (await fixture.Issuer.Get("/users")).EnumerateArray().ToList();

        Assert.Equal(7, users.Select(user => user.GetProperty("subject").GetString()).Distinct().Count());
        foreach (var user in users)
        {
            var (_, bare) = await fixture.Issuer.Token("text/plain", ("grant_type", "password"), ("username", user.GetProperty("username").GetString()!), ("password", "demo"));
            Assert.Equal(user.GetProperty("subject").GetString(), new JsonWebToken(bare).Subject);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_service_gets_one_hour_and_no_person_roles(bool inHeader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token");
        var form = new List<KeyValuePair<string, string>> { new("grant_type", "client_credentials") };
        if (inHeader)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("contracts:a-secret")));
        }
        else
        {
            form.AddRange([new("client_id", "contracts"), new("client_secret", "a-secret")]);
        }

        request.Content = new FormUrlEncodedContent(form);
        var (status, body) = await fixture.Issuer.Send(request);
        Assert.Equal(200, status);
        var token = new JsonWebToken(JsonElement.Parse(body).GetProperty("access_token").GetString());

        Assert.Equal(TimeSpan.FromHours(1), token.ValidTo - token.ValidFrom);
        Assert.Equal("contracts", token.GetPayloadValue<string>("client_id"));
        Assert.Equal(["service"], token.GetPayloadValue<string[]>("roles"));
    }

    [Theory]
    [InlineData(400, "invalid_grant", "grant_type=password&username=fiona&password=wrong")]
    [InlineData(400, "invalid_grant", "grant_type=password&username=nobody&password=demo")]
    [InlineData(400, "invalid_request", "grant_type=password&username=fiona")]
    [InlineData(400, "invalid_request", "grant_type=password&grant_type=password&username=fiona&password=demo")]
    [InlineData(400, "invalid_request", "")]
    [InlineData(400, "invalid_request", "grant_type=password&username=fiona&password=%00")]
    [InlineData(400, "unsupported_grant_type", "grant_type=authorization_code")]
    [InlineData(401, "invalid_client", "grant_type=client_credentials&client_id=contracts&client_secret=wrong")]
    [InlineData(401, "invalid_client", "grant_type=client_credentials&client_id=nobody&client_secret=")]
    [InlineData(401, "invalid_client", "grant_type=client_credentials&client_id=&client_secret=")]
    [InlineData(401, "invalid_client", "grant_type=client_credentials")]
    public async Task A_bad_request_is_refused_as_oauth_has_it(int expected, string error, string form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        var (status, body) = await fixture.Issuer.Send(request);

        Assert.Equal((expected, error), (status, JsonElement.Parse(body).GetProperty("error").GetString()));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_as_oauth_has_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/token") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        var (status, body) = await fixture.Issuer.Send(request);

        Assert.Equal((400, "invalid_request"), (status, JsonElement.Parse(body).GetProperty("error").GetString()));
    }

    [Property(MaxTest = 200)]
    public async Task Whatever_else_is_sent_gets_no_token_and_breaks_nothing(string? username, string? password, bool service)
    {
        var (status, body) = service
            ? await fixture.Issuer.Token(("grant_type", "client_credentials"), ("client_id", username ?? ""), ("client_secret", password ?? ""))
            : await fixture.Issuer.Token(("grant_type", "password"), ("username", username ?? "fiona"), ("password", password ?? ""));

        Assert.Contains(status, (int[])[400, 401]);
        Assert.DoesNotContain("access_token", body, StringComparison.Ordinal);
    }
}
