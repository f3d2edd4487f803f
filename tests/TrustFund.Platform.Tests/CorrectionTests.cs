using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>What was booked wrongly is taken back whole and once, and everybody's books say the same afterwards.</summary>
[Collection(OnePlatform.Name)]
public sealed class CorrectionTests(Given.Platform platform)
{
    [Fact]
    public async Task A_refund_that_the_bank_returned_is_held_for_its_donor_until_a_certificate_covers_it()
    {
        var fund = await Fund.Establish(platform, "RETURNED");
        var pledge = await fund.Pledge(1000.00m);
        await fund.Certify(pledge, 1000.00m, earmarked: 0);
        await fund.Receive(pledge, 1000.00m);
        await fund.Arrival("disbursements");
        var refund = (await fund.Post(
            "pledges", $"/funds/{fund.Code}/pledges/{pledge}/refunds", "fiona", new { amount = Fund.Euros(300.00m), requestedOn = "2020-06-15", reason = "It was too much." })).Id;
        await Until.Holds(
            "Disbursements has granted the refund",
            async () => (await fund.Get("disbursements", "refunds?status=granted")).Json.GetProperty("items").GetArrayLength() == 1);
        var path = $"/funds/{fund.Code}/refunds/{refund}";
        await fund.Post("disbursements", $"{path}/execution", "arthur", new { paidOn = "2020-07-01", bankReference = "RETURNED/OUT" });
        await Becomes(fund, refund, "completed");

        var mistake = new { reversedOn = "2020-07-10", reason = "The account was closed." };
        Assert.Equal("four-eyes", (await platform.Post("disbursements", $"{path}/reversal", "arthur", mistake)).Problem);
        Assert.Equal("not-returned", (await platform.Post("disbursements", $"{path}/reversal", "fiona", mistake)).Problem);
        var returned = new { mistake.reversedOn, mistake.reason, bankReference = "RETURNED/BACK" };
        Assert.Equal("reversed", (await fund.Post("disbursements", $"{path}/reversal", "fiona", returned)).Json.GetProperty("status").GetString());
        Assert.Equal("already-reversed", (await platform.Post("disbursements", $"{path}/reversal", "arthur", returned)).Problem);

        await Becomes(fund, refund, "reversed");
        var held = await fund.Get("pledges", $"pledges/{pledge}");
        Assert.Equal(("700.00 EUR", "700.00 EUR", "1000.00 EUR", "300.00 EUR"), (held.Amount("pledged"), held.Amount("certified"), held.Amount("received"), held.Amount("unallocated")));
        var cash = await fund.Get("disbursements", "cash");
        Assert.Equal(("300.00 EUR", "700.00 EUR"), (cash.Amount("unallocated"), cash.Amount("available")));
        Assert.Single((await fund.Get("disbursements", "refunds?status=reversed")).Json.GetProperty("items").EnumerateArray());
        await Agree(fund);

        await fund.Post("pledges", $"/funds/{fund.Code}/pledges/{pledge}/raises", "fiona", new { by = Fund.Euros(300.00m), raisedOn = "2020-08-01" });
        await fund.Certify(pledge, 300.00m, earmarked: 0);
        Assert.Equal("1000.00 EUR", (await fund.Get("disbursements", "cash")).Amount("available"));
        await Agree(fund);
    }

    [Fact]
    public async Task An_allocation_and_a_call_are_taken_back()
    {
        var fund = await Fund.Establish(platform, "CORRECTED");
        var pledge = await fund.Pledge(1000.00m);
        var certificate = (await fund.Certify(pledge, 1000.00m, earmarked: 0)).Json;
        var calls = $"/funds/{fund.Code}/pledges/{pledge}/certificates/{certificate.GetProperty("id").GetString()}/calls";
        var due = certificate.GetProperty("instalments")[0].GetProperty("dueOn").GetString();
        var slip = new { dueOn = due, reversedOn = "2020-01-30", reason = "It was not due yet." };
        Assert.Equal("not-called", (await platform.Post("pledges", $"{calls}/reversal", "fiona", slip)).Problem);
        Assert.Equal("1000.00 EUR", (await fund.Post("pledges", calls, "fiona", new { dueOn = due, calledOn = "2020-01-25" })).Amount("instalments.0.called"));
        Assert.Equal("0.00 EUR", (await fund.Post("pledges", $"{calls}/reversal", "fiona", slip)).Amount("instalments.0.called"));
        Assert.Equal("already-reversed", (await platform.Post("pledges", $"{calls}/reversal", "fiona", slip)).Problem);

        var path = $"/funds/{fund.Code}/allocations/{(await fund.Allocate(400.00m)).Id}";
        var action = await fund.Approve(0.01m);
        var wrong = new { reversedOn = "2020-02-12", reason = "It was another window's." };
        Assert.Equal("insufficient-availability", (await platform.Post("contracts", $"{path}/reversal", "arthur", wrong)).Problem);
        await fund.Post("contracts", $"/funds/{fund.Code}/actions/{action}/riders", "arthur", new { by = Fund.Euros(-0.01m), approvedOn = "2020-02-11", reference = "RIDER-1", reason = "Too small." });
        var reversed = await fund.Post("contracts", $"{path}/reversal", "arthur", wrong);
        Assert.Equal(("2020-02-12", wrong.reason), (reversed.Json.GetProperty("reversedOn").GetString(), reversed.Json.GetProperty("reversalReason").GetString()));
        Assert.Equal("already-reversed", (await platform.Post("contracts", $"{path}/reversal", "arthur", wrong)).Problem);
        Assert.Equal("0.00 EUR", (await fund.Get("contracts", "availability")).Amount("windows.0.allocated"));
        Assert.Equal(reversed.Json.GetProperty("reversedBy").GetString(), (await fund.Get("contracts", "allocations")).Json.GetProperty("items")[0].GetProperty("reversedBy").GetString());
        await Agree(fund);
    }

    /// <summary>Every balance of every service is the ledger's, nothing stands as an exception, and the rows are what the journals say.</summary>
    async Task Agree(Fund fund)
    {
        await fund.Arrival("audit");
        var last = "nothing was compared";
        await Until.Holds(() => $"the books agree; {last}", async () =>
        {
            var report = await platform.Post("audit", $"/funds/{fund.Code}/reconciliations", "aude", null);
            last = report.Text;
            return report.Succeeded && report.Json.GetProperty("away").GetArrayLength() == 0 && report.Json.GetProperty("services").EnumerateArray().All(one => one.GetProperty("state").GetString() == "agrees");
        });
        var exceptions = (await fund.Get("audit", "exceptions")).Json.GetProperty("items").EnumerateArray();
        Assert.DoesNotContain(exceptions, one => one.GetProperty("state").GetString() != "resolved");
        await platform.AssertProved();
    }

    static async Task Becomes(Fund fund, string refund, string state)
    {
        JsonElement shown = default;
        await Until.Holds(
            () => $"the refund is {state}; it is {shown}",
            async () => (shown = (await fund.Get("pledges", $"refunds/{refund}")).Json.GetProperty("state")).GetString() == state);
    }
}
