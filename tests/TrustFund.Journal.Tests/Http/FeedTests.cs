using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Http;

public sealed class FeedTests(Servers servers) : IAsyncLifetime
{
    TestDatabase database = null!;
    Service service = null!;

    public async ValueTask InitializeAsync()
    {
        database = await servers.NewDatabase();
        service = await Service.Start("pledges", database, Service.NoBroker, new Peers());
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    [Fact]
    public async Task The_journal_is_read_page_by_page_in_the_very_bytes_that_are_stored()
    {
        await Task.WhenAll(Enumerable.Range(0, 120).Select(number => service.Receive("F-Ä\"<", 1.00m, $"receipt {number}")));
        var stored = (await database.Entries()).ConvertAll(entry => entry.Body);

        var pages = new List<int>();
        var read = new List<byte[]>();
        List<byte[]> page;
        while ((page = await Page($"/journal?after={read.Count}&limit=50")).Count > 0)
        {
            pages.Add(page.Count);
            read.AddRange(page);
        }

        Assert.Equal([50, 50, 20], pages);
        Assert.Equal(stored, read);
        Assert.Equal(stored, await Page("/journal"));
        Assert.Equal(stored[119..], await Page("/journal?after=119"));
        Assert.Empty(await Page("/journal?after=120"));
        Assert.Equal(Enumerable.Range(1, 120).Select(number => (long)number), read.Select(bytes => CloudEvent.Read(bytes).Sequence));
    }

    [Fact]
    public async Task It_is_a_batch_of_cloud_events()
    {
        await service.Receive("F", 1.25m, "receipt");

        var answer = await service.Send(HttpMethod.Get, "/journal", role: "integrator");

        Assert.Equal("application/cloudevents-batch+json", answer.Header("Content-Type"));
        var entry = Assert.Single(answer.Json.EnumerateArray());
        Assert.Equal("1.0", entry.GetProperty("specversion").GetString());
        Assert.Equal("pledges:1", entry.GetProperty("id").GetString());
        Assert.Equal("pledges", entry.GetProperty("source").GetString());
        Assert.Equal("pledges.ContributionReceived.v1", entry.GetProperty("type").GetString());
        Assert.Equal("1", entry.GetProperty("sequence").GetString());
        Assert.Equal(new string('0', 64), entry.GetProperty("previoushash").GetString());
        Assert.Equal("F", entry.GetProperty("fund").GetString());
        Assert.Equal("2026-03-02", entry.GetProperty("valuedate").GetString());
        Assert.Equal("1.25", entry.GetProperty("data").GetProperty("amount").GetProperty("amount").GetString());
        Assert.DoesNotContain("fiona", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_page_is_refused_and_named()
    {
        foreach (var query in (string[])["after=-1", "after=x", "after=9223372036854775808", "limit=0", "limit=1001", "limit=ten"])
        {
            var answer = await service.Send(HttpMethod.Get, $"/journal?{query}", role: "auditor");
            Assert.Equal((query, HttpStatusCode.BadRequest, "invalid-request", query.Split('=')[0]), (query, answer.Status, answer.Problem, answer.Field));
        }
    }

    [Fact]
    public async Task Only_those_may_who_need_to()
    {
        await AssertAllowed(HttpMethod.Get, "/journal", "service", "integrator", "auditor", "administrator");
        await AssertAllowed(HttpMethod.Get, "/journal/verify", "auditor", "administrator");
        await AssertAllowed(HttpMethod.Get, "/journal/unapplied", "auditor", "administrator");
        await AssertAllowed(HttpMethod.Post, "/journal/unapplied/contracts/1/replay", "administrator");
    }

    async Task AssertAllowed(HttpMethod method, string path, params string[] roles)
    {
        foreach (var role in (string[])["finance-officer", "verifying-officer", "authorising-officer", "auditor", "integrator", "administrator", "service"])
        {
            var answer = await service.Send(method, path, role: role);
            Assert.Equal((path, role, !roles.Contains(role)), (path, role, answer.Status == HttpStatusCode.Forbidden));
        }
        using var nobody = new HttpClient { BaseAddress = service.Address };
        using var request = new HttpRequestMessage(method, path);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    async Task<List<byte[]>> Page(string path)
    {
        var answer = await service.Send(HttpMethod.Get, path, role: "service");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        using var document = JsonDocument.Parse(answer.Bytes);
        return [.. document.RootElement.EnumerateArray().Select(entry => JsonMarshal.GetRawUtf8Value(entry).ToArray())];
    }
}
