using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Files of history, from the pledge to the payment, through the services that follow each other.</summary>
[Collection(OnePlatform.Name)]
public sealed class ImportTests(Given.Platform platform)
{
    [Fact]
    public async Task A_file_of_receipts_becomes_cash_once_whatever_is_sent_twice()
    {
        var fund = await Fund.Establish(platform, "IMPORT");
        var pledge = await fund.Pledge(1_000_000.00m);
        await fund.Certify(pledge, 1_000_000.00m, 0);
        var file = new StringBuilder("fund_name,donor_name,receipt_type,receipt_currency,receipt_amount,contribution_type,sub_account,receipt_date,pledge_reference,bank_reference\n");
        for (var row = 1; row <= 2000; row++)
            file.Append(CultureInfo.InvariantCulture, $"Fund IMPORT,Germany,cash,EUR,{row}.01,,,2020-02-01,{pledge},IMPORT/{row}\n");

        Assert.Equal("checked", await Import(fund, "pledges", "receipts?dryRun=true", file.ToString()));
        Assert.Equal("0.00 EUR", (await fund.Get("pledges")).Amount("totals.received"));
        Assert.Equal("recorded", await Import(fund, "pledges", "receipts", file.ToString()));
        Assert.Equal("already-imported", await Import(fund, "pledges", "receipts", file.ToString()));

        // 1 + … + 2000 euros, and a cent each; what exceeds the million of the certificate waits.
        Assert.Equal("2001020.00 EUR", (await fund.Get("pledges")).Amount("totals.received"));
        await Until.Holds("the cash arrives", async () => (await fund.Get("disbursements", "cash")).Amount("unallocated") == "1001020.00 EUR");
        Assert.Equal("1000000.00 EUR", (await fund.Get("disbursements", "cash")).Amount("received"));
        await platform.AssertProved();
    }

    [Fact]
    public async Task History_that_breaks_a_rule_is_imported_as_a_fact_and_stands_as_an_exception()
    {
        var fund = await Fund.Establish(platform, "HISTORY");
        var (_, _) = await fund.Stage(certified: 1000.00m, cash: 1000.00m, contracted: 400.00m);
        var action = (await fund.Get("contracts", "actions")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        // The action has 400.00, all of it contracted: the file's contract stands 100.00 above it.
        var file = $"action,reference,partner,title,amount,currency,signed_on\n{action},H-1,{fund.Partner},A contract of before,100.00,EUR,2020-03-05\n";

        Assert.Equal("recorded", await Import(fund, "contracts", "contracts", file, "adam"));

        Assert.Equal("-100.00 EUR", (await fund.Get("contracts", $"actions/{action}")).Amount("rac"));
        var more = await platform.Post("contracts", $"/funds/{fund.Code}/actions/{action}/contracts", "fiona",
            new { partner = fund.Partner, title = "One cent more", amount = Fund.Euros(0.01m), signedOn = "2020-03-06" });
        Assert.Equal((422, "exceeds-action"), ((int)more.Status, more.Problem));
        await Until.Holds("an exception stands", async () =>
        {
            await platform.Post("audit", $"/funds/{fund.Code}/reconciliations", "aude", null);
            return (await platform.Get("audit", $"/funds/{fund.Code}/exceptions")).Text.Contains(action!, StringComparison.Ordinal);
        });
        await platform.AssertProved();
    }

    [Fact]
    public async Task A_dry_run_lists_every_problem_of_a_row()
    {
        var fund = await Fund.Establish(platform, "PROBLEMS");
        var file = $"""
            fund_name,donor_name,receipt_currency,receipt_amount,sub_account,receipt_date,pledge_reference,bank_reference,color
            Another fund,{fund.Donor},EUR,-1.00,NOWHERE,2020-02-30,P-9,B-1,
            PROBLEMS,{fund.Donor},eur,1.00,,2020-02-01,P-9,B-2,

            """;

        var import = await Follow(fund, "pledges", "receipts?dryRun=true", file, "fiona");

        Assert.Equal("checked", import.GetProperty("state").GetString());
        Assert.Equal(
            ["1 color", "2 fund_name", "2 pledge_reference", "2 receipt_amount", "2 receipt_date", "2 sub_account", "3 pledge_reference", "3 receipt_currency"],
            import.GetProperty("problems").EnumerateArray()
                .Select(problem => $"{problem.GetProperty("row")} {problem.GetProperty("column").GetString()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_published_file_goes_in_as_downloaded_and_its_successor_adds_what_is_new()
    {
        var fund = await Fund.Establish(platform, "FIF");
        await fund.Certify(await fund.Pledge(5_000_000.00m), 5_000_000.00m, 0);
        const string header = "As of Date,Fund Name,Donor Name,Donor Country Code,Receipt Type,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount,Contribution Type,Sub Account,Amount (US$)\n";
        string Row(string type, string quarter, string amount) => $"12/31/2020,Fund FIF,{fund.Donor},DE,{type},{quarter},2020,EUR,{amount},Grant,,1\n";
        var first = $"{header}{Row("Cash", "Q1", "1500000.5")}{Row("Cash", "Q1", "250000.0")}{Row("Cash", "Q1", "250000.0")}{Row("Promissory Note/Letter of Credit", "Q1", "9.0")}";

        var import = await Follow(fund, "pledges", "receipts", first, "fiona");
        Assert.Equal(("recorded", 0, 1), (import.GetProperty("state").GetString(), import.GetProperty("problemCount").GetInt32(), import.GetProperty("passedOver").GetInt32()));
        Assert.Equal("2000000.50 EUR", (await fund.Get("pledges")).Amount("totals.received"));

        import = await Follow(fund, "pledges", "receipts", $"{first}{Row("Cash", "Q2", "7")}", "fiona");
        Assert.Equal(("recorded", 4), (import.GetProperty("state").GetString(), import.GetProperty("passedOver").GetInt32()));
        Assert.Equal([2, 3, 4, 5], import.GetProperty("notices").EnumerateArray().Select(notice => notice.GetProperty("row").GetInt32()));
        Assert.Equal("2000007.50 EUR", (await fund.Get("pledges")).Amount("totals.received"));
        await platform.AssertProved();
    }

    async Task<string> Import(Fund fund, string service, string kind, string file, string person = "fiona")
    {
        var import = await Follow(fund, service, kind, file, person);
        Assert.Equal(0, import.GetProperty("problemCount").GetInt32());
        return import.GetProperty("state").GetString()!;
    }

    /// <summary>Sends a file and waits until the import is over.</summary>
    async Task<JsonElement> Follow(Fund fund, string service, string kind, string file, string person)
    {
        using var http = new HttpClient { BaseAddress = platform.App.GetEndpoint(service) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", platform.People.Token(person));
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        using var taken = await http.PostAsync($"/funds/{fund.Code}/imports/{kind}", content, TestContext.Current.CancellationToken);
        Assert.True(taken.IsSuccessStatusCode, await taken.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        // Any replica tells how it gets on.
        var path = taken.Headers.Location!.OriginalString;
        JsonElement import = default;
        await Until.Holds("the import is over", async () =>
        {
            import = (await platform.Send(HttpMethod.Get, platform.Replicas(service)[1], path, person)).Json;
            return import.GetProperty("state").GetString() is not ("queued" or "reading" or "deciding");
        });
        return import;
    }
}
