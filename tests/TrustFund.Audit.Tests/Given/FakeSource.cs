using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reports;
using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Audit.Tests.Given;

/// <summary>A service that Audit follows, as far as Audit sees it: its journal's feed and head, and its own balances.</summary>
sealed class FakeSource(string name) : HttpMessageHandler
{
    readonly List<string> entries = [];
    byte[] last = new byte[32];

    /// <summary>What it answers about a fund, by path.</summary>
    public Dictionary<string, string> Answers { get; } = [];

    public long Head => entries.Count;

    /// <summary>Records a fact, as it is on the wire.</summary>
    public void Record(Recorded recorded)
    {
        var fact = recorded.Event;
        var entry = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["specversion"] = "1.0",
            ["id"] = FormattableString.Invariant($"{name}:{entries.Count + 1}"),
            ["source"] = name,
            ["type"] = EventTypes.NameOf(fact.GetType()),
            ["subject"] = fact.Subject,
            ["time"] = recorded.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["sequence"] = (entries.Count + 1).ToString(CultureInfo.InvariantCulture),
            ["previoushash"] = Convert.ToHexStringLower(last),
            ["fund"] = fact.Fund,
            ["actor"] = recorded.Actor,
            ["bookingdate"] = recorded.BookedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["traceparent"] = recorded.TraceParent,
            ["data"] = JsonSerializer.SerializeToElement(fact, fact.GetType(), EventJson.Options),
        });
        last = SHA256.HashData(Encoding.UTF8.GetBytes(entry));
        lock (entries)
            entries.Add(entry);
    }

    /// <summary>Says a fund's balances as Pledges does: what the sums come to, but for what is pledged.</summary>
    public void SayPledges(string fund, Sums sums, decimal pledged) => Answers[$"/funds/{fund}"] = $$"""
        {"code":"{{fund}}","totals":{"pledged":{{Euros(pledged)}},"certified":{{Euros(sums.Balance(MemorandumAccounts.Certified))}},
        "received":{{Euros(sums.Received)}},"allocated":{{Euros(sums.Balance(MoneyAccounts.Contributions))}},
        "unallocated":{{Euros(sums.Balance(MoneyAccounts.Unallocated))}},"exchangeDifference":{{Euros(sums.Balance(MemorandumAccounts.Differences))}},
        "interest":{{Euros(sums.Balance(MoneyAccounts.Interest))}} } }
        """;

    /// <summary>Says, as Disbursements does, what is booked under the bank's reference OUT-1 besides something else.</summary>
    public void SayBookedTwice(string fund, params (string Kind, string Target, decimal Amount)[] bookings) => Answers[$"/funds/{fund}/bank-bookings"] = $$"""
        {"items":[{{string.Join(',', bookings.Select(booking =>
            $$"""{"kind":"{{booking.Kind}}","target":"{{booking.Target}}","amount":{{Euros(booking.Amount)}},"reference":"OUT-1","valueOn":null,"line":null}"""))}}],"next":null}
        """;

    /// <summary>Lets the last entry say that it follows from another one than it does; gives what puts it right.</summary>
    public Action BreakLast()
    {
        var whole = entries[^1];
        using var parsed = JsonDocument.Parse(whole);
        var previous = parsed.RootElement.GetProperty("previoushash").GetString()!;
        lock (entries)
            entries[^1] = whole.Replace(previous, new string('f', 64), StringComparison.Ordinal);
        return () =>
        {
            lock (entries)
                entries[^1] = whole;
        };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var answer = path switch
        {
            "/journal" => Feed(long.Parse(request.RequestUri.Query.Split("after=")[1].Split('&')[0], CultureInfo.InvariantCulture)),
            "/journal/head" => $$"""{"source":"{{name}}","sequence":{{Head}},"completeThrough":"{{TimeProvider.System.GetUtcNow():O}}"}""",
            _ => Answers.GetValueOrDefault(path),
        };
        return Task.FromResult(answer is null
            ? new HttpResponseMessage(HttpStatusCode.NotFound)
            : new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer) });
    }

    static string Euros(decimal amount) => FormattableString.Invariant($$"""{"amount":"{{amount:0.00}}","currency":"EUR"}""");

    string Feed(long after)
    {
        lock (entries)
            return $"[{string.Join(',', entries.Skip((int)after).Take(500))}]";
    }
}
