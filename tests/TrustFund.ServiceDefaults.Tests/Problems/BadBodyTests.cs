using System.Net;

namespace TrustFund.ServiceDefaults.Tests.Problems;

public sealed class BadBodyTests(ServiceFixture fixture)
{
    const string Good = """{"fund":"eutf-africa","amount":{"amount":"10.00","currency":"EUR"},"signedOn":"2026-03-31","kind":"pre-financing","parts":1,"instalments":[{"amount":{"amount":"10.00","currency":"EUR"},"dueOn":"2026-06-30"}]}""";

    const string MoneyShape = """an amount of money must look like {"amount":"1250.00","currency":"EUR"}.""";

    [Fact]
    public async Task A_good_body_is_taken()
    {
        using var response = await fixture.Service.Post("/promises", Good);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("\"kind\":\"pre-financing\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"parts\":1", "\"parts\":1,\"colour\":\"red\"", "colour", "There is no such field here; there are fund, amount, signedOn, kind, parts, instalments, note.")]
    [InlineData("\"dueOn\":\"2026-06-30\"", "\"dueOn\":\"2026-06-30\",\"colour\":1", "instalments[0].colour", "There is no such field here; there are amount, dueOn.")]
    [InlineData("\"fund\"", "\"Fund\"", "Fund", "There is no such field here; there are fund, amount, signedOn, kind, parts, instalments, note.")]
    [InlineData("\"parts\":1,", "", "parts", "It is missing.")]
    [InlineData(",\"dueOn\":\"2026-06-30\"", "", "instalments[0].dueOn", "It is missing.")]
    [InlineData("\"parts\":1", "\"parts\":1,\"parts\":2", "parts", "It is given twice: give it once.")]
    [InlineData("\"parts\":1", "\"parts\":\"1\"", "parts", "It must be a whole number without quotes.")]
    [InlineData("\"parts\":1", "\"parts\":1.5", "parts", "It must be a whole number without quotes.")]
    [InlineData("\"parts\":1", "\"parts\":99999999999", "parts", "It must be a whole number without quotes.")]
    [InlineData("\"parts\":1", "\"parts\":null", "parts", "It must be a whole number without quotes.")]
    [InlineData("\"eutf-africa\"", "17", "fund", "It must be text in quotes.")]
    [InlineData("\"eutf-africa\"", "null", "fund", "It must not be null.")]
    [InlineData("\"eutf-africa\"", "\"A\\u0000\"", "fund", "It must not contain the character U+0000.")]
    [InlineData("\"2026-03-31\"", "\"2026-02-30\"", "signedOn", "It must be a date such as \"2026-03-31\".")]
    [InlineData("\"2026-06-30\"", "\"soon\"", "instalments[0].dueOn", "It must be a date such as \"2026-03-31\".")]
    [InlineData("\"pre-financing\"", "\"gift\"", "kind", "It must be one of pre-financing, final-payment.")]
    [InlineData("\"pre-financing\"", "0", "kind", "It must be one of pre-financing, final-payment.")]
    [InlineData("[{", "{\"a\":[{", "instalments", "It must be a list: [ … ].")]
    public async Task A_value_that_cannot_be_read_is_named(string good, string bad, string field, string message)
    {
        using var response = await fixture.Service.Post("/promises", ReplaceFirst(good, bad));

        await response.Names((field, message));
    }

    [Theory]
    [InlineData("\"10.00\"", "10.00", "amount.amount", "The amount must be text in quotes: " + MoneyShape)]
    [InlineData("\"10.00\"", "\"10.001\"", "amount.amount", "The amount has too many decimals: EUR has 2.")]
    [InlineData("\"10.00\"", "\"1e3\"", "amount.amount", "The amount must be plain digits with a point before the decimals, such as \"1250.00\", of at most 15 digits before the point.")]
    [InlineData("{\"amount\":\"10.00\",\"currency\":\"EUR\"}", "\"10.00 EUR\"", "amount", "An amount of money must look like {\"amount\":\"1250.00\",\"currency\":\"EUR\"}.")]
    public async Task An_amount_that_cannot_be_booked_is_named(string good, string bad, string field, string message)
    {
        using var response = await fixture.Service.Post("/promises", ReplaceFirst(good, bad));

        await response.Names((field, message));
    }

    [Fact]
    public async Task An_unknown_currency_is_named()
    {
        using var response = await fixture.Service.Post("/promises", ReplaceFirst("\"EUR\"", "\"XYZ\""));

        var problem = await response.Problem(HttpStatusCode.BadRequest, "invalid-request");
        Assert.True(problem.GetProperty("errors").TryGetProperty("amount.currency", out _), problem.ToString());
    }

    [Fact]
    public async Task Every_missing_value_is_named()
    {
        using var response = await fixture.Service.Post("/promises", """{"fund":"EUTF-AFRICA","signedOn":"2026-03-31","instalments":[]}""");

        await response.Names(("amount", "It is missing."), ("kind", "It is missing."), ("parts", "It is missing."));
    }

    [Theory]
    [InlineData("""{"fund":"A",,}""", "body", "The JSON is malformed at line 1, byte 13.")]
    [InlineData("""{"fund":"A" """, "body", "The JSON is malformed at line 1, byte 13.")]
    [InlineData("hello", "body", "The JSON is malformed at line 1, byte 1.")]
    [InlineData("[]", "body", "It must be an object: { … }.")]
    [InlineData("7", "body", "It must be an object: { … }.")]
    [InlineData("null", "body", "It is missing: this endpoint takes a JSON object.")]
    [InlineData("", "body", "It is missing: this endpoint takes a JSON object.")]
    public async Task A_body_that_is_no_object_says_where_it_goes_wrong(string body, string field, string message)
    {
        using var response = await fixture.Service.Post("/promises", body);

        await response.Names((field, message));
    }

    [Fact]
    public async Task A_body_in_another_format_is_415()
    {
        using var response = await fixture.Service.Post("/promises", Good, "text/plain");

        var problem = await response.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Equal("Send the body as application/json.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=b")]
    public async Task A_file_in_another_format_is_415_and_the_answer_says_which_one_is_taken(string contentType)
    {
        using var response = await fixture.Service.Post("/plans/first/files", "a,b", contentType);

        var problem = await response.Problem(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
        Assert.Equal("Send the body as text/csv.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_413()
    {
        using var response = await fixture.Service.Post("/promises", Good + new string(' ', 64 * 1024));

        var problem = await response.Problem(HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal("The body may have 65536 bytes at most.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task An_endpoint_may_take_longer_bodies()
    {
        using var response = await fixture.Service.Post("/long-promises", Good + new string(' ', 64 * 1024));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_accepts_no_json_still_gets_the_document()
    {
        using var client = fixture.Service.Client();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var response = await client.GetAsync("/missing", TestContext.Current.CancellationToken);

        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    static string ReplaceFirst(string good, string bad)
    {
        var at = Good.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, good);
        return string.Concat(Good.AsSpan(0, at), bad, Good.AsSpan(at + good.Length)) + (bad.StartsWith("{\"a\":[{", StringComparison.Ordinal) ? "}" : "");
    }
}
