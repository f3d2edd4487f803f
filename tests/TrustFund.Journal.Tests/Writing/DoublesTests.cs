using System.Text;
using TrustFund.Journal.Tests.Given;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Tests.Writing;

public sealed class DoublesTests(Servers servers)
{
    static readonly Receive Command = new("F", 5.00m, "receipt");

    [Fact]
    public async Task Doubles_within_one_group_have_one_effect_and_one_answer()
    {
        var database = await servers.NewDatabase();
        await using var writer = new Writer(database.App);
        var waiting = Enumerable.Range(0, 5).Select(_ => writer.Record(Command, key: "same")).ToList();

        await writer.Start();

        AssertOneEffect(await Task.WhenAll(waiting));
        Assert.Equal(1, await database.CountClaimingTransactions());
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task Doubles_at_two_writers_at_once_have_one_effect_and_one_answer()
    {
        var database = await servers.NewDatabase();
        await using var one = await Writer.Open(database);
        await using var other = await Writer.Open(database);

        AssertOneEffect(await Task.WhenAll(Enumerable.Range(0, 20).Select(attempt => Task.Run(() => (attempt % 2 == 0 ? one : other).Record(Command, key: "same")))));

        Assert.Equal(1, await database.CountEntries());
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task The_same_key_for_another_command_is_refused_within_a_group_and_after_it()
    {
        var database = await servers.NewDatabase();
        await using var writer = new Writer(database.App);
        var first = writer.Record(Command, key: "same");
        var other = writer.Record(Command with { Amount = 6.00m }, key: "same");

        await writer.Start();

        Assert.NotNull((await first).Answer);
        Assert.Equal((422, "idempotency-key-reused"), Code(await other));
        Assert.Equal((422, "idempotency-key-reused"), Code(await writer.Record(Command with { Amount = 7.00m }, key: "same")));
        Assert.Equal(5.00m, await database.Received("F"));
    }

    [Fact]
    public async Task A_key_belongs_to_one_person_and_one_route()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);

        var answers = new[]
        {
            await writer.Record(Command, key: "same", actor: "fiona"),
            await writer.Record(Command, key: "same", actor: "felix"),
            await writer.Record(new Pay("F", 1.00m, "payment"), key: "same", actor: "fiona"),
        };

        Assert.All(answers, answer => Assert.False(answer.Replayed || answer.Refusal is not null));
        Assert.Equal(3, await database.CountEntries());
    }

    [Fact]
    public async Task A_refused_command_claims_nothing()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 1.00m, "first"));
        Assert.Equal((422, "insufficient-funds"), Code(await writer.Record(new Pay("F", 3.00m, "payment"), key: "same")));
        await writer.Record(new Receive("F", 2.00m, "second"));

        var again = await writer.Record(new Pay("F", 3.00m, "payment"), key: "same");

        Assert.NotNull(again.Answer);
        Assert.False(again.Replayed);
        Assert.Equal(3.00m, await database.Paid("F"));
    }

    static void AssertOneEffect(Outcome[] outcomes)
    {
        Assert.Single(outcomes, outcome => !outcome.Replayed);
        var answers = outcomes.Select(outcome => Encoding.UTF8.GetString(outcome.Answer!.Body)).Distinct();
        Assert.Equal("""{"fund":"F","received":{"amount":"5.00","currency":"EUR"},"paid":{"amount":"0.00","currency":"EUR"},"balance":{"amount":"5.00","currency":"EUR"}}""", Assert.Single(answers));
        Assert.Equal("pledges:1", Assert.Single(outcomes.Select(outcome => outcome.Answer!.Position).Distinct()));
    }

    static (int, string) Code(Outcome outcome) => (outcome.Refusal!.Status, outcome.Refusal.Code);
}
