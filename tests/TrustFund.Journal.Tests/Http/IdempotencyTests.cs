using System.Net;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Http;

/// <summary>Repeated commands over HTTP, at two replicas of a service over one database.</summary>
public sealed class IdempotencyTests(Servers servers) : IAsyncLifetime
{
    readonly Peers peers = new();
    TestDatabase database = null!;
    Service one = null!;
    Service other = null!;

    public async ValueTask InitializeAsync()
    {
        database = await servers.NewDatabase();
        one = await Service.Start("pledges", database, Service.NoBroker, peers);
        other = await Service.Start("pledges", database, Service.NoBroker, peers);
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    [Fact]
    public async Task The_same_key_gets_the_same_bytes_again_marked_as_a_replay()
    {
        var first = await one.Receive("F", 5.00m, "receipt");
        var again = await other.Receive("F", 5.00m, "receipt");

        Assert.Equal((HttpStatusCode.Created, false), (first.Status, first.IsReplay));
        Assert.Equal((HttpStatusCode.Created, true), (again.Status, again.IsReplay));
        Assert.Equal(first.Bytes, again.Bytes);
        Assert.Equal("pledges:1", first.Header("TrustFund-Position"));
        string[] kept = ["TrustFund-Position", "Location", "ETag", "Content-Type"];
        Assert.All(kept, header => Assert.Equal(first.Header(header), again.Header(header)));
        Assert.Equal(1, await database.CountEntries());
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_names_the_header()
    {
        await one.Receive("F", 5.00m, "receipt");

        var reused = await other.Send(HttpMethod.Post, "/accounts/F/receipts", new { amount = Euro.Of(6.00m), reference = "receipt", donor = "EU" }, key: "receipt");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused", "Idempotency-Key"), (reused.Status, reused.Problem, reused.Field));
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task A_repetition_may_wait_for_another_position_and_write_a_code_in_other_letters()
    {
        var first = await one.Receive("F", 5.00m, "receipt");

        var again = await other.Send(
            HttpMethod.Post, "/accounts/f/receipts?atLeast=pledges:1", new { amount = Euro.Of(5.00m), reference = "receipt", donor = "EU" }, key: "receipt");

        Assert.Equal((HttpStatusCode.Created, true), (again.Status, again.IsReplay));
        Assert.Equal(first.Bytes, again.Bytes);
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task Doubles_at_once_at_two_replicas_have_one_effect()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(attempt => (attempt % 2 == 0 ? one : other).Receive("F", 5.00m, "receipt")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
        Assert.Single(answers, answer => !answer.IsReplay);
        Assert.Single(answers.Select(answer => answer.Text).Distinct());
        Assert.Equal(1, await database.CountEntries());
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task Of_64_callers_at_two_replicas_40_get_the_40_euro_that_there_are()
    {
        await one.Receive("F", 40.00m, "receipt");

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => (caller % 2 == 0 ? one : other).Pay("F", 1.00m, $"payment {caller}")));

        Assert.Equal(40, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(24, answers.Count(answer => answer is { Status: HttpStatusCode.UnprocessableEntity, Problem: "insufficient-funds", Field: "amount" }));
        Assert.Equal(40.00m, await database.Paid("F"));
        var report = await one.Verify();
        Assert.True(report.Proved, string.Join('\n', report.Findings));
    }

    [Fact]
    public async Task A_command_that_moves_money_needs_a_key_of_at_most_255_characters()
    {
        var body = new { amount = Euro.Of(6.00m), reference = "receipt", donor = "EU" };

        var without = await one.Send(HttpMethod.Post, "/accounts/F/receipts", body);
        var tooLong = await one.Send(HttpMethod.Post, "/accounts/F/receipts", body, key: new('k', 256));
        var longest = await one.Send(HttpMethod.Post, "/accounts/F/receipts", body, key: new('k', 255));

        Assert.Equal((HttpStatusCode.BadRequest, "idempotency-key-required", "Idempotency-Key"), (without.Status, without.Problem, without.Field));
        Assert.Equal((HttpStatusCode.BadRequest, "invalid-request", "Idempotency-Key"), (tooLong.Status, tooLong.Problem, tooLong.Field));
        Assert.Equal(HttpStatusCode.Created, longest.Status);
        Assert.Equal(1, await database.CountEntries());
    }

    [Fact]
    public async Task A_stale_version_is_refused_a_fresh_one_is_not_and_a_repetition_is_answered_before_its_version_is_looked_at()
    {
        var first = await one.Receive("F", 5.00m, "first");
        Assert.Equal("\"1\"", first.Header("ETag"));

        var fresh = await one.Receive("F", 1.00m, "second", ifMatch: "\"1\"");
        var stale = await one.Receive("F", 1.00m, "third", ifMatch: "\"1\"");
        var repeated = await other.Receive("F", 1.00m, "second", ifMatch: "\"1\"");
        var oneOfTwo = await one.Receive("F", 1.00m, "third", ifMatch: "\"1\", \"2\"");
        var any = await one.Receive("F", 1.00m, "fourth", ifMatch: "*");
        var nothingThere = await one.Receive("G", 1.00m, "fifth", ifMatch: "*");

        Assert.Equal((HttpStatusCode.Created, "\"2\""), (fresh.Status, fresh.Header("ETag")));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "stale", "If-Match"), (stale.Status, stale.Problem, stale.Field));
        Assert.Equal((HttpStatusCode.Created, true), (repeated.Status, repeated.IsReplay));
        Assert.Equal((HttpStatusCode.Created, "\"3\""), (oneOfTwo.Status, oneOfTwo.Header("ETag")));
        Assert.Equal(HttpStatusCode.Created, any.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, nothingThere.Status);
        Assert.Equal(8.00m, await database.Received("F"));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_cancels_nothing_and_finds_the_answer_later()
    {
        await using (await HeldHead.Of(database))
        {
            using var client = one.Client();
            using var hangUp = new CancellationTokenSource();
            using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts/F/receipts")
            {
                Content = System.Net.Http.Json.JsonContent.Create(new { amount = Euro.Of(5.00m), reference = "receipt", donor = "EU" }),
                Headers = { { "Idempotency-Key", "receipt" } },
            };
            var sending = client.SendAsync(request, hangUp.Token);
            await Until.Is(1, () => HeldHead.CountWaiting(database));
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        }

        await Until.Is(1, database.CountEntries);
        var again = await other.Receive("F", 5.00m, "receipt");
        Assert.Equal((HttpStatusCode.Created, true), (again.Status, again.IsReplay));
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task A_defect_is_a_500_that_changes_nothing()
    {
        var answer = await one.Send(HttpMethod.Post, "/accounts/F/stumbles", new { }, key: "key");

        Assert.Equal((HttpStatusCode.InternalServerError, "internal-error"), (answer.Status, answer.Problem));
        Assert.Equal(0, await database.CountEntries());
    }
}
