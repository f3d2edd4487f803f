using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests.Faults;

/// <summary>
/// People who record receipts and payments without a pause, at either replica, and repeat each command with its own key until it is
/// acknowledged: what an office does while servers die.
/// </summary>
sealed class Load(Given.Platform platform, string fund, string pledge, string contract, int seed)
{
    const int People = 4;

    static readonly TimeSpan AnswerMustComeWithin = TimeSpan.FromSeconds(3);
    static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan AcknowledgedWithin = TimeSpan.FromSeconds(90);

    readonly ConcurrentDictionary<string, decimal> receipts = [];
    readonly ConcurrentDictionary<string, decimal> payments = [];
    Task[] people = [];
    volatile bool ending;
    int acknowledged;
    int repeated;

    /// <summary>Acknowledged receipts by bank reference.</summary>
    public IReadOnlyDictionary<string, decimal> Receipts => receipts;

    /// <summary>Acknowledged payments by bank reference.</summary>
    public IReadOnlyDictionary<string, decimal> Payments => payments;

    /// <summary>How many commands were acknowledged so far.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>How many attempts came to nothing and were repeated.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    public void Start() => people = [.. Enumerable.Range(0, People).Select(person => Task.Run(() => Work(person)))];

    /// <summary>Waits until so many more commands are acknowledged: the platform goes on.</summary>
    public async Task GoesOn(int commands)
    {
        var enough = Acknowledged + commands;
        await Until.Holds($"{commands} more commands are acknowledged", async () =>
        {
            if (people.FirstOrDefault(person => person.IsCompleted) is { } stopped) await stopped;
            return Acknowledged >= enough;
        });
    }

    /// <summary>Everybody finishes what they have begun.</summary>
    public Task Stop()
    {
        ending = true;
        return Task.WhenAll(people);
    }

    async Task Work(int person)
    {
        var random = new Random(seed + person);
        for (var number = 0; !ending; number++)
        {
            var amount = random.Next(1, 1000) / 100m;
            var reference = string.Create(CultureInfo.InvariantCulture, $"{person}-{number}");
            if (random.Next(3) > 0)
                await Receive(random, amount, reference);
            else
                await Pay(random, amount, reference);
        }
    }

    async Task Receive(Random random, decimal amount, string reference)
    {
        var body = new { amount = Fund.Euros(amount), receivedOn = "2020-02-01", bankReference = reference };
        await Acknowledge(random, "pledges", $"/funds/{fund}/pledges/{pledge}/receipts", "fiona", body);
        receipts[reference] = amount;
    }

    async Task Pay(Random random, decimal amount, string reference)
    {
        var request = new { kind = "interim", amount = Fund.Euros(amount), invoice = reference, requestedOn = "2020-03-05" };
        var requested = await Acknowledge(random, "disbursements", $"/funds/{fund}/contracts/{contract}/payment-requests", "fiona", request);
        var payment = $"/funds/{fund}/disbursements/{requested.GetProperty("id").GetString()}";
        await Acknowledge(random, "disbursements", $"{payment}/verification", "vera", null);
        await Acknowledge(random, "disbursements", $"{payment}/authorisation", "arthur", null);
        await Acknowledge(random, "disbursements", $"{payment}/execution", "fiona", new { paidOn = "2020-03-10", bankReference = reference });
        payments[reference] = amount;
    }

    async Task<JsonElement> Acknowledge(Random random, string service, string path, string person, object? body)
    {
        var (key, json) = (Guid.NewGuid().ToString(), Given.Platform.Json(body));
        using var patience = new CancellationTokenSource(AcknowledgedWithin);
        while (true)
        {
            var answer = await Attempt(platform.Replicas(service)[random.Next(2)], path, person, json, key);
            if (answer is { Succeeded: true })
            {
                Interlocked.Increment(ref acknowledged);
                return answer.Json;
            }
            Assert.True(answer is null || (int)answer.Status >= 500, $"{path} was refused, though nothing is wrong with it: {answer}");
            Assert.False(answer?.Status == HttpStatusCode.InternalServerError, $"{path} met a fault of the service itself: {answer}");
            Interlocked.Increment(ref repeated);
            await Task.Delay(BetweenAttempts, patience.Token);
        }
    }

    /// <summary>One attempt; null when no answer came.</summary>
    async Task<Answer?> Attempt(Uri replica, string path, string person, string json, string key)
    {
        using var waiting = new CancellationTokenSource(AnswerMustComeWithin);
        try
        {
            return await platform.Send(HttpMethod.Post, replica, path, person, json, key, cancellation: waiting.Token);
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
