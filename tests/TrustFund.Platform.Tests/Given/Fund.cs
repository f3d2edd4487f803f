using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace TrustFund.Platform.Tests.Given;

/// <summary>
/// A fund in euros with one window, worked by the demo users through the public APIs. It remembers how far each journal was when it last
/// wrote, and every later request waits for that, so a test reads what it wrote wherever it reads.
/// </summary>
sealed class Fund
{
    public const string Window = "SAHEL";

    static readonly Dictionary<string, string[]> Follows = new()
    {
        ["pledges"] = ["contracts", "disbursements"],
        ["contracts"] = ["pledges", "disbursements"],
        ["disbursements"] = ["pledges", "contracts"],
        ["leverage"] = ["pledges"],
        ["audit"] = ["pledges", "contracts", "disbursements", "leverage"],
    };

    static readonly Dictionary<string, string> Balance = new()
    {
        ["pledges"] = "donors",
        ["contracts"] = "availability",
        ["disbursements"] = "cash",
        ["leverage"] = "leverage",
        ["audit"] = "periods",
    };

    readonly Platform platform;
    readonly ConcurrentDictionary<string, string> positions = [];
    readonly ConcurrentDictionary<(string Service, string Position), bool> arrived = [];
    int references;

    Fund(Platform platform, string code) => (this.platform, Code) = (platform, code);

    public string Code { get; }

    public string Donor => $"{Code}-DONOR";

    public string Partner => $"{Code}-PARTNER";

    public static object Euros(decimal amount) => new { amount = amount.ToString("0.00", CultureInfo.InvariantCulture), currency = "EUR" };

    public static async Task<Fund> Establish(Platform platform, string code, string deadline = "2099-12-31")
    {
        var fund = new Fund(platform, code);
        await fund.Post("pledges", "/funds", "adam", new { code, name = $"Fund {code}", currency = "EUR", establishedOn = "2020-01-01", contractingDeadline = deadline });
        await fund.Post("pledges", $"/funds/{code}/windows", "adam", new { code = Window, name = "Sahel and Lake Chad" });
        await fund.Post("pledges", "/donors", "fiona", new { code = fund.Donor, name = "Germany", kind = "member-state", country = "DE" });
        await fund.Post("contracts", "/partners", "fiona", new { code = fund.Partner, name = "A partner" });
        var account = await fund.Post("disbursements", $"/partners/{fund.Partner}/bank-accounts", "fiona", new { holder = "A partner", iban = "DE89370400440532013000" });
        await fund.Post("disbursements", $"/partners/{fund.Partner}/bank-accounts/{account.Id}/verification", "vera", null);
        return fund;
    }

    public async Task<string> Pledge(decimal amount) => (await Post(
        "pledges", $"/funds/{Code}/pledges", "fiona", new { donor = Donor, amount = Euros(amount), announcedOn = "2020-01-10" })).Id;

    /// <summary>Certifies a pledge, with a part of it earmarked to the window.</summary>
    public Task<Answer> Certify(string pledge, decimal amount, decimal earmarked) => Post(
        "pledges", $"/funds/{Code}/pledges/{pledge}/certificates", "fiona", new
        {
            amount = Euros(amount),
            earmarks = earmarked == 0 ? [] : new[] { new { window = Window, amount = Euros(earmarked) } },
            certifiedOn = "2020-01-20",
            reference = Reference("CERT"),
        });

    public Task<Answer> Receive(string pledge, decimal amount) => Post(
        "pledges", $"/funds/{Code}/pledges/{pledge}/receipts", "fiona", new { amount = Euros(amount), receivedOn = "2020-02-01", bankReference = Reference("IN") });

    public Task<Answer> Reduce(string pledge, decimal amount, string? window) => Post(
        "pledges", $"/funds/{Code}/pledges/{pledge}/reductions", "fiona",
        new { amount = Euros(amount), requestedOn = "2020-06-01", reason = "A budget was cut.", from = "certified", window });

    public Task<Answer> Allocate(decimal amount) => Post(
        "contracts", $"/funds/{Code}/allocations", "arthur", new { window = Window, amount = Euros(amount), allocatedOn = "2020-02-05", decision = Reference("BOARD") });

    public async Task<string> Approve(decimal amount) => (await Post(
        "contracts", $"/funds/{Code}/actions", "arthur", new { title = "Protection along the route", window = Window, amount = Euros(amount), approvedOn = "2020-02-10" })).Id;

    public async Task<string> Sign(string action, decimal amount) => (await Post(
        "contracts", $"/funds/{Code}/actions/{action}/contracts", "fiona", new { partner = Partner, title = "Assistance centres", amount = Euros(amount), signedOn = "2020-03-01" })).Id;

    public Task<Answer> Decommit(string contract, decimal amount) => Post(
        "contracts", $"/funds/{Code}/contracts/{contract}/decommitments", "fiona", new { amount = Euros(amount), requestedOn = "2020-09-01", reason = "It was not needed." });

    public async Task<string> Request(string contract, decimal amount, string person = "fiona") => (await Post(
        "disbursements", $"/funds/{Code}/contracts/{contract}/payment-requests", person,
        new { kind = "interim", amount = Euros(amount), invoice = Reference("INVOICE"), requestedOn = "2020-03-05" })).Id;

    public Task<Answer> Verify(string payment) => Post("disbursements", $"/funds/{Code}/disbursements/{payment}/verification", "vera", null);

    public Task<Answer> Authorise(string payment) => Post("disbursements", $"/funds/{Code}/disbursements/{payment}/authorisation", "arthur", null);

    public Task<Answer> Execute(string payment) => Post(
        "disbursements", $"/funds/{Code}/disbursements/{payment}/execution", "fiona", new { paidOn = "2020-03-10", bankReference = Reference("OUT") });

    /// <summary>All four steps of a payment.</summary>
    public async Task<string> Pay(string contract, decimal amount)
    {
        var payment = await Request(contract, amount);
        await Verify(payment);
        await Authorise(payment);
        await Execute(payment);
        return payment;
    }

    /// <summary>A certified, earmarked and paid-in pledge, an action and a contract, all of these amounts.</summary>
    public async Task<(string Pledge, string Contract)> Stage(decimal certified, decimal cash, decimal contracted)
    {
        var pledge = await Pledge(certified);
        await Certify(pledge, certified, certified);
        await Receive(pledge, cash);
        var contract = await Sign(await Approve(contracted), contracted);
        await Arrival("disbursements");
        return (pledge, contract);
    }

    /// <summary>Posts and insists on success.</summary>
    public async Task<Answer> Post(string service, string path, string person, object? body)
    {
        await Arrival(service);
        var answer = await platform.Post(service, path, person, body);
        Assert.True(answer.Succeeded, $"{path} answered {answer}");
        positions[service] = answer.Position!;
        return answer;
    }

    /// <summary>Reads what is under the fund at a service, as it is after everything the fund wrote.</summary>
    public async Task<Answer> Get(string service, string what = "")
    {
        await Arrival(service);
        var answer = await platform.Get(service, $"/funds/{Code}/{what}".TrimEnd('/'));
        Assert.True(answer.Succeeded, $"{what} answered {answer}");
        return answer;
    }

    /// <summary>Waits until a service has applied what the fund wrote at those it follows.</summary>
    public async Task Arrival(string service)
    {
        foreach (var source in Follows[service].Where(positions.ContainsKey).ToList())
        {
            var position = positions[source];
            if (arrived.ContainsKey((service, position)))
                continue;
            var path = $"/funds/{Code}/{Balance[service]}?atLeast={position}";
            await Until.Holds($"{position} arrives at {service}", async () => (await platform.Get(service, path)).Status != HttpStatusCode.ServiceUnavailable);
            arrived[(service, position)] = true;
        }
    }

    string Reference(string kind) => $"{Code}/{kind}/{Interlocked.Increment(ref references)}";
}
