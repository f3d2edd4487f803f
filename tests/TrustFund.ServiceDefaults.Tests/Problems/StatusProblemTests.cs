using System.Net;

namespace TrustFund.ServiceDefaults.Tests.Problems;

public sealed class StatusProblemTests(ServiceFixture fixture)
{
    [Fact]
    public async Task An_address_where_nothing_is_is_404()
    {
        using var response = await fixture.Service.Get("/nowhere");

        var problem = await response.Problem(HttpStatusCode.NotFound, "not-found");
        Assert.Equal("There is nothing at /nowhere.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_handlers_bare_404_gets_a_document()
    {
        using var response = await fixture.Service.Get("/missing");

        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_405_and_names_those_that_are()
    {
        using var client = fixture.Service.Client();
        using var response = await client.DeleteAsync("/promises", TestContext.Current.CancellationToken);

        var problem = await response.Problem(HttpStatusCode.MethodNotAllowed, "method-not-allowed");
        Assert.Equal("/promises takes GET, POST, not DELETE.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/state?asOf=yesterday", "asOf", "It must be a date such as \"2026-03-31\".")]
    [InlineData("/state?asOf=2026-03-31&count=many", "count", "It must be a whole number without quotes.")]
    [InlineData("/kinds?on=1/2/2018", "on", "It must be a day such as 2018-12-31.")]
    [InlineData("/kinds?on=2018-02-30", "on", "It must be a day such as 2018-12-31.")]
    [InlineData("/state", "asOf", "It is missing: it belongs into the query string.")]
    public async Task A_query_value_that_cannot_be_read_is_named(string address, string field, string message)
    {
        using var response = await fixture.Service.Get(address);

        await response.Names((field, message));
    }

    [Fact]
    public async Task A_fault_tells_the_trace_and_nothing_else()
    {
        using var response = await fixture.Service.Get("/fault");

        var problem = await response.Problem(HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("hunter2", problem.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/away")]
    [InlineData("/slow")]
    public async Task A_database_that_is_away_is_503_and_says_when_to_come_back(string address)
    {
        using var response = await fixture.Service.Get(address);

        await response.Problem(HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_services_own_problem_keeps_its_type_and_gets_the_trace()
    {
        using var response = await fixture.Service.Get("/refused");

        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "insufficient-availability");
        Assert.Equal("Insufficient availability", problem.GetProperty("title").GetString());
        Assert.Equal("It has 5.00 EUR.", problem.GetProperty("detail").GetString());
    }
}
