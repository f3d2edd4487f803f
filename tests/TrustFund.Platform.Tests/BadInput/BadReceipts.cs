namespace TrustFund.Platform.Tests.BadInput;

/// <summary>What can be wrong with any request, shown on a receipt: its form, its key, its sender, its dates.</summary>
static class BadReceipts
{
    const string Path = "/funds/BAD/pledges/{pledge}/receipts";

    const string Good = """{"amount":{"amount":"1.00","currency":"EUR"},"receivedOn":"2020-02-01","bankReference":"GOOD"}""";

    public static IReadOnlyDictionary<string, BadRequest> All { get; } = new Dictionary<string, BadRequest>
    {
        ["an unknown field"] = Body(Good.Replace("""GOOD"}""", """GOOD","colour":"red"}""", StringComparison.Ordinal), "colour"),
        ["a field twice"] = Body(Good.Replace("""GOOD"}""", """GOOD","receivedOn":"2020-02-02"}""", StringComparison.Ordinal), "receivedOn"),
        ["a field missing"] = Body("""{"amount":{"amount":"1.00","currency":"EUR"},"receivedOn":"2020-02-01"}""", "bankReference"),
        ["an amount that is a JSON number"] = Amount("""{"amount":1.00,"currency":"EUR"}""", "amount.amount"),
        ["an amount that is text"] = Amount("\"1.00 EUR\"", "amount"),
        ["an amount that is null"] = Amount("null", "amount"),
        ["a negative amount"] = Amount("""{"amount":"-1.00","currency":"EUR"}""", "amount"),
        ["nothing"] = Amount("""{"amount":"0.00","currency":"EUR"}""", "amount"),
        ["a tenth of a cent"] = Amount("""{"amount":"1.001","currency":"EUR"}""", "amount.amount"),
        ["half a franc"] = Amount("""{"amount":"1.5","currency":"XOF"}""", "amount.amount"),
        ["more than amounts can be"] = Amount("""{"amount":"1000000000000000.00","currency":"EUR"}""", "amount.amount"),
        ["an exponent"] = Amount("""{"amount":"1e3","currency":"EUR"}""", "amount.amount"),
        ["a decimal comma"] = Amount("""{"amount":"1,00","currency":"EUR"}""", "amount.amount"),
        ["an unknown currency"] = Amount("""{"amount":"1.00","currency":"EUX"}""", "amount.currency"),
        ["a currency in small letters"] = Amount("""{"amount":"1.00","currency":"eur"}""", "amount.currency"),
        ["no currency"] = Amount("""{"amount":"1.00"}""", "amount.currency"),
        ["another currency than the fund's"] = Amount("""{"amount":"1.00","currency":"USD"}""", "amount") with { Status = 422, Problem = "wrong-currency" },
        ["a day that never was"] = Date("2020-02-30") with { Status = 400, Problem = "invalid-request" },
        ["a date with a time"] = Date("2020-02-01T00:00:00Z") with { Status = 400, Problem = "invalid-request" },
        ["a day to come"] = Date("2099-01-01") with { Problem = "date-in-the-future" },
        ["a day too long ago"] = Date("1889-02-01") with { Problem = "date-out-of-range" },
        ["a bank reference that is booked, in other letter case"] = Body(Good.Replace("GOOD", "BOOKED", StringComparison.Ordinal), "bankReference") with { Status = 409, Problem = "bank-reference-already-booked" },
        ["a bank reference nobody can type"] = Body(Good.Replace("GOOD", @"\u0000", StringComparison.Ordinal), "bankReference"),
        ["malformed JSON"] = Body("""{"amount":""", "amount"),
        ["no body"] = Body("", "body"),
        ["a list"] = Body("[]", "body"),
        ["a huge body"] = Body(Good.Replace("GOOD", new string('X', 100_000), StringComparison.Ordinal), null) with { Status = 413, Problem = "too-large" },
        ["no key"] = Body(Good, "Idempotency-Key") with { Key = "", Problem = "idempotency-key-required" },
        ["a key too long"] = Body(Good, "Idempotency-Key") with { Key = new string('k', 256) },
        ["a key used for another body"] = Body(Good, "Idempotency-Key") with { Key = Stage.UsedKey, Status = 422, Problem = "idempotency-key-reused" },
        ["another fund's pledge"] = Body(Good, null) with { Path = "/funds/BAD/pledges/{otherPledge}/receipts", Status = 404, Problem = "not-found" },
        ["an id that is none"] = Body(Good, null) with { Path = "/funds/BAD/pledges/1/receipts", Status = 404, Problem = "not-found" },
        ["an unknown fund"] = Body(Good, null) with { Path = "/funds/NOWHERE/pledges/{pledge}/receipts", Status = 404, Problem = "not-found" },
        ["no token"] = Body(Good, null) with { Person = null, Status = 401, Problem = "unauthenticated" },
        ["an expired token"] = Body(Good, null) with { Person = "expired", Status = 401, Problem = "unauthenticated" },
        ["a token signed by somebody else"] = Body(Good, null) with { Person = "forged", Status = 401, Problem = "unauthenticated" },
        ["an auditor"] = Body(Good, null) with { Person = "aude", Status = 403, Problem = "forbidden" },
        ["an administrator"] = Body(Good, null) with { Person = "adam", Status = 403, Problem = "forbidden" },
    };

    static BadRequest Body(string body, string? field) => new("pledges", Path, "fiona", body, 400, "invalid-request", field);

    static BadRequest Amount(string amount, string field) =>
        Body(Good.Replace("""{"amount":"1.00","currency":"EUR"}""", amount, StringComparison.Ordinal), field);

    static BadRequest Date(string date) => Body(Good.Replace("2020-02-01", date, StringComparison.Ordinal), "receivedOn") with { Status = 422 };
}
