using System.Globalization;
using Npgsql;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Tests.Given;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Tests;

/// <summary>
/// A random schedule of commands, doubles, reused keys and killed connections at two writers over one database. The seed is in the
/// output; TRUSTFUND_SEED replays it.
/// </summary>
public sealed class FaultScheduleTests(Servers servers)
{
    const int Rounds = 40;
    const int LargestBurst = 24;

    static readonly string[] Funds = ["F", "G", "H"];

    [Fact]
    public async Task Whatever_happens_to_its_connections_the_books_are_right()
    {
        var seed = Environment.GetEnvironmentVariable("TRUSTFUND_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"TRUSTFUND_SEED={seed}");
        try
        {
            await Run(new Random(seed));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Replay it with TRUSTFUND_SEED={seed}: {failure.Message}", failure);
        }
    }

    async Task Run(Random random)
    {
        var database = await servers.NewDatabase();
        await using var one = await Writer.Open(database);
        await using var other = await Writer.Open(database);
        var sent = new List<(Command Command, string Key)>();
        var results = new List<(Command Command, string Key, Task<Outcome> Outcome)>();
        for (var round = 0; round < Rounds; round++)
        {
            var burst = Enumerable.Range(0, random.Next(1, LargestBurst)).Select(_ => Next(random, sent)).ToList();
            sent.AddRange(burst);
            foreach (var (command, key) in burst)
                results.Add((command, key, (random.Next(2) == 0 ? one : other).Record(command, key)));
            if (random.Next(3) == 0) await KillOneConnection(database, random);
            await Task.WhenAll(results.ConvertAll(result => result.Outcome));
        }

        await AssertOneEffectPerKey(database, results);
        await AssertNeverOverdrawn(database);
        // With connections of its own: those of the writers may still be ones that were killed.
        await using var auditor = new Writer(database.App + ";Application Name=auditor");
        var report = await auditor.Verify();
        Assert.True(report.Proved, string.Join('\n', report.Findings));
    }

    static (Command, string) Next(Random random, List<(Command Command, string Key)> sent)
    {
        var number = $"{random.Next()}";
        var fund = Funds[random.Next(Funds.Length)];
        var amount = random.Next(1, 10_000) / 100m;
        Command fresh = random.Next(3) == 0 ? new Receive(fund, amount, number) : new Pay(fund, amount, number);
        return sent.Count == 0 ? (fresh, number) : random.Next(6) switch
        {
            // The same again, with the same key; or another command under a key that was used.
            0 => sent[random.Next(sent.Count)],
            1 => (fresh, sent[random.Next(sent.Count)].Key),
            _ => (fresh, number),
        };
    }

    static async Task KillOneConnection(TestDatabase database, Random random)
    {
        try
        {
            await database.Value<long>($"""
                select count(pg_terminate_backend(pid)) from (
                    select pid from pg_stat_activity where datname = current_database() and application_name = 'pledges' order by pid offset {random.Next(2)} limit 1) victim
                """);
        }
        catch (PostgresException gone) when (gone.SqlState == PostgresErrorCodes.AdminShutdown)
        {
            return;
        }
    }

    static async Task AssertOneEffectPerKey(TestDatabase database, List<(Command Command, string Key, Task<Outcome> Outcome)> results)
    {
        // A key counts for one kind of command.
        var accepted = new Dictionary<(Type, string), (Command Command, StoredAnswer Answer)>();
        foreach (var (command, key, pending) in results)
        {
            var outcome = await pending;
            if (outcome.Answer is not { } answer)
            {
                Assert.Contains(outcome.Refusal!.Code, (string[])["insufficient-funds", "not-found", "idempotency-key-reused"]);
                continue;
            }
            if (!accepted.TryAdd((command.GetType(), key), (command, answer)))
            {
                var first = accepted[(command.GetType(), key)];
                Assert.Equal(first.Command, command);
                Assert.Equal(first.Answer.Body, answer.Body);
                Assert.Equal(first.Answer.Position, answer.Position);
            }
        }
        var commands = accepted.Values.Select(value => value.Command).ToList();
        Assert.Equal(commands.Count, await database.CountEntries());
        foreach (var fund in Funds)
        {
            Assert.Equal(commands.OfType<Receive>().Where(command => command.Fund == fund).Sum(command => command.Amount), await database.Received(fund));
            Assert.Equal(commands.OfType<Pay>().Where(command => command.Fund == fund).Sum(command => command.Amount), await database.Paid(fund));
        }
    }

    static async Task AssertNeverOverdrawn(TestDatabase database)
    {
        var balances = Funds.ToDictionary(fund => fund, _ => 0m);
        foreach (var fact in (await database.Entries()).Select(entry => CloudEvent.Read(entry.Body).Fact))
        {
            balances[fact.Fund] += fact switch
            {
                ContributionReceived receipt => receipt.Allocated.Amount,
                PaymentExecuted payment => -payment.Amount.Amount,
                _ => 0,
            };
            Assert.True(balances[fact.Fund] >= 0, $"{fact.Fund} was overdrawn.");
        }
    }
}
