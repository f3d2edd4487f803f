using static TrustFund.Platform.Tests.Given.People;

namespace TrustFund.Platform.Tests.BadInput;

/// <summary>Payments beyond ceiling and cash, steps out of turn, and steps by the wrong eyes.</summary>
static class BadPayments
{
    const string Requests = "/funds/BAD/contracts/{contract}/payment-requests";

    public static IReadOnlyDictionary<string, BadRequest> All { get; } = new Dictionary<string, BadRequest>
    {
        ["a request a cent above the contract"] = Request("""{"kind":"final","amount":E300.01,"invoice":"I","requestedOn":"2020-03-05"}""", "exceeds-contract", "amount"),
        ["a request in another currency"] = Request("""{"kind":"final","amount":{"amount":"1","currency":"XOF"},"invoice":"I","requestedOn":"2020-03-05"}""", "wrong-currency", "amount"),
        ["a request of an unknown kind"] = Request("""{"kind":"gift","amount":E1.00,"invoice":"I","requestedOn":"2020-03-05"}""", "invalid-request", "kind") with { Status = 400 },
        ["a request of a kind by number"] = Request("""{"kind":1,"amount":E1.00,"invoice":"I","requestedOn":"2020-03-05"}""", "invalid-request", "kind") with { Status = 400 },
        ["a request before the signature"] = Request("""{"kind":"final","amount":E1.00,"invoice":"I","requestedOn":"2020-02-29"}""", "date-before-signature", "requestedOn"),
        ["a request to come"] = Request("""{"kind":"final","amount":E1.00,"invoice":"I","requestedOn":"2099-03-05"}""", "date-in-the-future", "requestedOn"),
        ["a request under another fund's contract"] = Request("""{"kind":"final","amount":E1.00,"invoice":"I","requestedOn":"2020-03-05"}""", "not-found", "contract")
            with
        { Path = "/funds/BAD/contracts/{otherContract}/payment-requests", Status = 404 },
        ["a request by an authorising officer"] = Request("""{"kind":"final","amount":E1.00,"invoice":"I","requestedOn":"2020-03-05"}""", "forbidden", null)
            with
        { Person = "arthur", Status = 403 },
        ["a verification of another fund's payment"] = Step("requested", "verification", "vera", 404, "not-found", "id") with { Path = "/funds/OTHER/disbursements/{requested}/verification" },
        ["a verification by a finance officer"] = Step("requested", "verification", "fiona", 403, "forbidden"),
        ["a verification of one's own request"] = Step("olgas", "verification", Everybody, 403, "four-eyes"),
        ["an authorisation of one's own request"] = Step("olgasVerified", "authorisation", Everybody, 403, "four-eyes"),
        ["an authorisation of what one verified"] = Step("verifiedByOlga", "authorisation", Everybody, 403, "four-eyes"),
        ["a second verification"] = Step("verified", "verification", "vera", 409, "wrong-state"),
        ["an authorisation of what nobody verified"] = Step("requested", "authorisation", "arthur", 409, "wrong-state"),
        ["a second authorisation"] = Step("authorised", "authorisation", "arthur", 409, "wrong-state"),
        ["an authorisation a cent above the cash"] = Step("dear", "authorisation", "arthur", 422, "insufficient-cash", "amount"),
        ["an execution of what nobody authorised"] = Execution("verified", "2020-03-10", "NEW", "wrong-state", null) with { Status = 409 },
        ["a second execution"] = Execution("executed", "2020-03-10", "NEW", "wrong-state", null) with { Status = 409 },
        ["an execution before the request"] = Execution("authorised", "2020-03-04", "NEW", "date-before-request", "paidOn"),
        ["an execution to come"] = Execution("authorised", "2099-03-10", "NEW", "date-in-the-future", "paidOn"),
        ["an execution by a bank entry that paid another, in small letters"] = Execution("authorised", "2020-03-10", "bad/out/4", "bank-reference-already-booked", "bankReference") with { Status = 409 },
        ["a rejection of what is paid"] = Step("executed", "rejection", "vera", 409, "wrong-state") with { Body = """{"reason":"R"}""" },
        ["a rejection without a reason"] = Step("requested", "rejection", "vera", 400, "invalid-request", "reason") with { Body = """{"reason":" "}""" },
    };

    static BadRequest Request(string body, string problem, string? field) => new("disbursements", Requests, "fiona", Euros.In(body), 422, problem, field);

    static BadRequest Step(string payment, string step, string person, int status, string problem, string? field = null) =>
        new("disbursements", $"/funds/BAD/disbursements/{{{payment}}}/{step}", person, "", status, problem, field);

    static BadRequest Execution(string payment, string date, string reference, string problem, string? field) =>
        Step(payment, "execution", "fiona", 422, problem, field) with { Body = $$"""{"paidOn":"{{date}}","bankReference":"{{reference}}"}""" };
}
