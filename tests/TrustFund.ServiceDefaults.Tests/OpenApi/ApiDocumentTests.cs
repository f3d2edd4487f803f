using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustFund.ServiceDefaults.Tests.OpenApi;

public sealed partial class ApiDocumentTests(ServiceFixture fixture)
{
    [Fact]
    public async Task The_document_is_for_everybody_and_of_version_3_1()
    {
        var document = await Document();

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task An_operation_tells_its_key_its_token_and_its_problems()
    {
        var post = (await Document()).GetProperty("paths").GetProperty("/promises").GetProperty("post");

        var key = Assert.Single(post.GetProperty("parameters").EnumerateArray());
        Assert.Equal("Idempotency-Key", key.GetProperty("name").GetString());
        Assert.Equal("header", key.GetProperty("in").GetString());
        Assert.True(key.GetProperty("required").GetBoolean());
        Assert.True(post.GetProperty("security")[0].TryGetProperty("bearer", out _));
        var problem = post.GetProperty("responses").GetProperty("413").GetProperty("content").GetProperty("application/problem+json");
        Assert.Equal("#/components/schemas/ProblemDetails", problem.GetProperty("schema").GetProperty("$ref").GetString());
    }

    [Fact]
    public async Task The_words_of_the_comments_are_in_the_document()
    {
        var document = await Document();
        var promise = document.GetProperty("components").GetProperty("schemas").GetProperty("Promise");

        Assert.Equal("Records a promise.", document.GetProperty("paths").GetProperty("/promises").GetProperty("post").GetProperty("summary").GetString());
        Assert.Equal("It is kept for ever.", document.GetProperty("paths").GetProperty("/promises").GetProperty("post").GetProperty("description").GetString());
        Assert.Equal("What a donor promises, as the tests send it.", promise.GetProperty("description").GetString());
        Assert.Equal("string", promise.GetProperty("properties").GetProperty("fund").GetProperty("type").GetString());
        Assert.Equal(Codes.Pattern, promise.GetProperty("properties").GetProperty("fund").GetProperty("pattern").GetString());
        Assert.Equal(["null", "string"], promise.GetProperty("properties").GetProperty("note").GetProperty("type").EnumerateArray().Select(type => type.GetString()).Order());
        Assert.Equal(12, promise.GetProperty("properties").GetProperty("parts").GetProperty("maximum").GetInt32());
        Assert.Equal("Code of the fund.", promise.GetProperty("properties").GetProperty("fund").GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_list_tells_how_to_ask_for_its_pages()
    {
        var get = (await Document()).GetProperty("paths").GetProperty("/promises").GetProperty("get");

        Assert.Equal(["limit", "after"], get.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task An_amount_is_text_and_a_currency()
    {
        var schemas = (await Document()).GetProperty("components").GetProperty("schemas");
        var promise = schemas.GetProperty("Promise").GetProperty("properties");
        var amount = promise.GetProperty("amount");
        amount = amount.TryGetProperty("$ref", out var reference) ? schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : amount;

        Assert.Equal("string", amount.GetProperty("properties").GetProperty("amount").GetProperty("type").GetString());
        Assert.Equal("string", amount.GetProperty("properties").GetProperty("currency").GetProperty("type").GetString());
        Assert.True(schemas.GetProperty("ProblemDetails").GetProperty("properties").TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_elsewhere()
    {
        using var response = await fixture.Service.Get("/", token: "");
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("/scalar/v1", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.DoesNotContain("//cdn", page, StringComparison.Ordinal);
        foreach (Match script in Scripts().Matches(page))
        {
            var address = new Uri(response.RequestMessage.RequestUri, script.Groups[1].Value);
            Assert.Equal(response.RequestMessage.RequestUri.Authority, address.Authority);
            using var loaded = await fixture.Service.Get(address.PathAndQuery, token: "");
            Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        }
    }

    async Task<JsonElement> Document()
    {
        using var response = await fixture.Service.Get("/openapi/v1.json", token: "");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonElement.Parse(text);
    }

    [GeneratedRegex("<script[^>]* src=\"([^\"]+)\"")]
    private static partial Regex Scripts();
}
