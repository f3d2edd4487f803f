using System.Globalization;
using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests.Faults;

/// <summary>
/// Every part of the platform is harmed while people work, in a random order. The seed is in the output; TRUSTFUND_SEED replays it.
/// </summary>
[Collection(OnePlatform.Name)]
public sealed class FaultTests(Given.Platform platform)
{
    const decimal Cash = 1_000_000.00m;

    [Fact]
    public async Task Whatever_dies_under_load_nothing_acknowledged_is_lost_and_nothing_counts_twice()
    {
        var seed = Environment.GetEnvironmentVariable("TRUSTFUND_SEED") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"TRUSTFUND_SEED={seed}");
        var story = new List<string>();
        try
        {
            await Run(seed, story);
        }
        catch (Exception failure)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', await platform.BrokerComplaints()));
            throw new InvalidOperationException($"After: {string.Join("; ", story)}. Replay it with TRUSTFUND_SEED={seed}. {failure.Message}", failure);
        }
    }

    async Task Run(int seed, List<string> story)
    {
        var fund = await Fund.Establish(platform, "FAULTS");
        var (pledge, contract) = await fund.Stage(certified: 10 * Cash, cash: Cash, contracted: 5 * Cash);
        var heads = new Dictionary<string, int>();
        foreach (var service in Given.Platform.Services)
            heads[service] = (await platform.Journal(service)).Count;

        var random = new Random(seed);
        var load = new Load(platform, fund.Code, pledge, contract, seed);
        load.Start();
        try
        {
            await load.GoesOn(100);
            var harm = new Harm(platform, load, random).All.ToArray();
            random.Shuffle(harm);
            foreach (var (name, act) in harm)
            {
                story.Add($"{name} ({load.Acknowledged} acknowledged, {load.Repeated} repeated)");
                TestContext.Current.TestOutputHelper?.WriteLine(story[^1]);
                await act();
            }
            await load.GoesOn(100);
        }
        finally
        {
            await load.Stop();
        }

        story.Add($"all harm done ({load.Acknowledged} acknowledged, {load.Repeated} repeated)");
        await AssertEachOnce("pledges", heads["pledges"], "ContributionReceived", load.Receipts);
        await AssertEachOnce("disbursements", heads["disbursements"], "PaymentExecuted", load.Payments);
        await AssertSums(fund, contract, Cash + load.Receipts.Values.Sum(), load.Payments.Values.Sum());
        await platform.AssertHealthy();
        await platform.AssertProved();
    }

    /// <summary>What the journal holds is what was acknowledged: each once, to the cent.</summary>
    async Task AssertEachOnce(string service, int head, string type, IReadOnlyDictionary<string, decimal> acknowledged)
    {
        var recorded = (await platform.Journal(service, head))
            .Where(entry => entry.GetProperty("type").GetString() == $"{service}.{type}.v1")
            .Select(entry => entry.GetProperty("data"))
            .Select(data => $"{data.GetProperty("bankReference").GetString()} {Amount(data)}");
        Assert.Equal(acknowledged.Select(each => $"{each.Key} {each.Value:0.00}").Order(StringComparer.Ordinal), recorded.Order(StringComparer.Ordinal));
    }

    static async Task AssertSums(Fund fund, string contract, decimal received, decimal paid)
    {
        async Task Becomes(decimal expected, string service, string what, string figure) =>
            await Until.Is($"{expected:0.00} EUR", async () => (await fund.Get(service, what)).Amount(figure));

        await Becomes(received, "pledges", "donors", "total.received");
        await Becomes(received, "disbursements", "cash", "received");
        await Becomes(paid, "disbursements", "cash", "paid");
        await Becomes(0m, "disbursements", "cash", "reserved");
        await Becomes(received - paid, "disbursements", "cash", "available");
        await Becomes(paid, "disbursements", $"contracts/{contract}/payments", "paid");
        await Becomes(paid, "contracts", "balances", "total.paid");
        await Becomes(5 * Cash - paid, "contracts", $"contracts/{contract}", "ral");
        await Becomes(10 * Cash, "contracts", "availability", "certified");
        await Becomes(10 * Cash, "leverage", "leverage", "certified");
    }

    static string Amount(JsonElement data) => data.GetProperty("amount").GetProperty("amount").GetString()!;
}
