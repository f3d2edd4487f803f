namespace TrustFund.Platform.Tests.BadInput;

/// <summary>Promises beyond what there is, by a cent: certificates, reductions, allocations, actions, contracts, decommitments.</summary>
static class BadPromises
{
    const string Pledge = "/funds/BAD/pledges/{pledge}";
    const string Actions = "/funds/BAD/actions";
    const string Contracts = "/funds/BAD/actions/{action}/contracts";
    const string Decommitments = "/funds/BAD/contracts/{contract}/decommitments";

    public static IReadOnlyDictionary<string, BadRequest> All { get; } = new Dictionary<string, BadRequest>
    {
        ["a certificate a cent above the pledge"] = Rule("pledges", $"{Pledge}/certificates", "fiona",
            """{"amount":E500.01,"certifiedOn":"2020-01-20","reference":"C"}""", "exceeds-pledged", "amount"),
        ["earmarks a cent above the certificate"] = Rule("pledges", $"{Pledge}/certificates", "fiona",
            """{"amount":E100.00,"certifiedOn":"2020-01-20","reference":"C","earmarks":[{"window":"SAHEL","amount":E100.01}]}""", "earmarks-exceed-amount", "earmarks"),
        ["an earmark to another fund's window"] = Rule("pledges", $"{Pledge}/certificates", "fiona",
            """{"amount":E100.00,"certifiedOn":"2020-01-20","reference":"C","earmarks":[{"window":"HORN","amount":E1.00}]}""", "unknown-window", "earmarks[0].window"),
        ["an earmark that is null"] = Rule("pledges", $"{Pledge}/certificates", "fiona",
            """{"amount":E100.00,"certifiedOn":"2020-01-20","reference":"C","earmarks":[null]}""", "invalid-request", "earmarks") with
        { Status = 400 },
        ["instalments a cent short"] = Rule("pledges", $"{Pledge}/certificates", "fiona",
            """{"amount":E100.00,"certifiedOn":"2020-01-20","reference":"C","instalments":[{"dueOn":"2020-02-01","amount":E99.99}]}""", "instalments-differ-from-amount", "instalments"),
        ["a reduction of what was received"] = Rule("pledges", $"{Pledge}/reductions", "fiona",
            """{"amount":E699.01,"requestedOn":"2020-06-01","reason":"R","from":"certified","window":"SAHEL"}""", "exceeds-reducible", "amount"),
        ["a reduction a cent above what is uncertified"] = Rule("pledges", $"{Pledge}/reductions", "fiona",
            """{"amount":E500.01,"requestedOn":"2020-06-01","reason":"R"}""", "exceeds-uncertified", "amount"),
        ["a second fund of that code, in small letters"] = Rule("pledges", "/funds", "adam",
            """{"code":"bad","name":"B","currency":"EUR","establishedOn":"2020-01-01"}""", "already-exists", "code") with
        { Status = 409 },
        ["a reserved code"] = Rule("pledges", "/funds", "adam",
            """{"code":"Platform","name":"P","currency":"EUR","establishedOn":"2020-01-01"}""", "reserved-code", "code"),
        ["a code with a space"] = Rule("pledges", "/funds", "adam",
            """{"code":"B D","name":"P","currency":"EUR","establishedOn":"2020-01-01"}""", "invalid-request", "code") with
        { Status = 400 },
        ["a cent out of an empty pool"] = Rule("contracts", "/funds/BAD/allocations", "arthur",
            """{"window":"SAHEL","amount":E0.01,"allocatedOn":"2020-02-05","decision":"D"}""", "insufficient-pool", "amount"),
        ["an action a cent above the window"] = Rule("contracts", Actions, "arthur",
            """{"title":"A","window":"SAHEL","amount":E400.01,"approvedOn":"2020-02-10"}""", "insufficient-availability", "amount"),
        ["an action in an unknown window"] = Rule("contracts", Actions, "arthur",
            """{"title":"A","window":"HORN","amount":E1.00,"approvedOn":"2020-02-10"}""", "unknown-window", "window"),
        ["an action with a window and a split"] = Rule("contracts", Actions, "arthur",
            """{"title":"A","window":"SAHEL","split":[{"window":"SAHEL","amount":E1.00},{"window":"HORN","amount":E1.00}],"amount":E2.00,"approvedOn":"2020-02-10"}""", "invalid-request", "split") with
        { Status = 400 },
        ["an action by a finance officer"] = Rule("contracts", Actions, "fiona",
            """{"title":"A","window":"SAHEL","amount":E1.00,"approvedOn":"2020-02-10"}""", "forbidden", null) with
        { Status = 403 },
        ["a contract a cent above its action"] = Contract("""{"partner":"BAD-PARTNER","title":"C","amount":E100.01,"signedOn":"2020-03-01"}""", "exceeds-action", "amount"),
        ["a contract before its action"] = Contract("""{"partner":"BAD-PARTNER","title":"C","amount":E1.00,"signedOn":"2020-02-09"}""", "date-out-of-order", "signedOn"),
        ["a contract with nobody"] = Contract("""{"partner":"NOBODY","title":"C","amount":E1.00,"signedOn":"2020-03-01"}""", "unknown-partner", "partner"),
        ["a contract under another fund's action"] = Contract("""{"partner":"BAD-PARTNER","title":"C","amount":E1.00,"signedOn":"2020-03-01"}""", "not-found", null)
            with
        { Path = "/funds/BAD/actions/{otherAction}/contracts", Status = 404 },
        ["a partner known in other letter case"] = Rule("contracts", "/partners", "fiona", """{"code":"bad-Partner","name":"P"}""", "partner-exists", "code") with { Status = 409 },
        ["a decommitment of what is paid"] = Rule("contracts", Decommitments, "fiona",
            """{"amount":E400.01,"requestedOn":"2020-09-01","reason":"R"}""", "exceeds-contract", "amount"),
        ["a decommitment before the contract"] = Rule("contracts", Decommitments, "fiona",
            """{"amount":E1.00,"requestedOn":"2020-02-29","reason":"R"}""", "date-out-of-order", "requestedOn"),
        ["a position of nobody followed"] = Rule("contracts", $"{Actions}?atLeast=leverage:1", "arthur",
            """{"title":"A","window":"SAHEL","amount":E1.00,"approvedOn":"2020-02-10"}""", "invalid-request", "atLeast") with
        { Status = 400 },
        ["a guarantee without provisioning"] = Rule("leverage", "/funds/BAD/instruments", "fiona",
            """{"code":"G","name":"G","kind":"guarantee","openedOn":"2020-02-01"}""", "provisioning-missing", "provisioningPercent"),
    };

    static BadRequest Contract(string body, string problem, string? field) => Rule("contracts", Contracts, "fiona", body, problem, field);

    /// <summary>In the bodies, E1.00 stands for an amount in euros.</summary>
    static BadRequest Rule(string service, string path, string person, string body, string problem, string? field) =>
        new(service, path, person, Euros.In(body), 422, problem, field);
}
