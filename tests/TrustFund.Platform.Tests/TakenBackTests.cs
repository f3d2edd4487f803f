using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>What was decided by mistake and no money moved by is taken back, once, by somebody else.</summary>
[Collection(OnePlatform.Name)]
public sealed class TakenBackTests(Given.Platform platform)
{
    [Fact]
    public async Task A_clearing_and_a_waiver_are_listed_with_their_ids_and_reversed_by_them()
    {
        var fund = await Fund.Establish(platform, "TAKEN-BACK");
        var (_, contract) = await fund.Stage(certified: 1000.00m, cash: 500.00m, contracted: 800.00m);
        var at = $"/funds/{fund.Code}";
        var payment = (await fund.Post(
            "disbursements", $"{at}/contracts/{contract}/payment-requests", "fiona",
            new { kind = "pre-financing", amount = Fund.Euros(100.00m), invoice = "INVOICE-T", requestedOn = "2020-03-05" })).Id;
        await fund.Verify(payment);
        await fund.Authorise(payment);
        await fund.Execute(payment);
        var reversal = new { reversedOn = "2020-09-01", reason = "It was another contract's." };

        var report = new { amount = Fund.Euros(60.00m), clearedOn = "2020-08-01", report = "REPORT-1" };
        await fund.Post("disbursements", $"{at}/contracts/{contract}/prefinancing-clearings", "vera", report);
        var clearing = (await fund.Get("disbursements", $"contracts/{contract}/prefinancing-clearings")).Json.GetProperty("items")[0].GetProperty("id").GetString();
        var open = await fund.Post("disbursements", $"{at}/contracts/{contract}/prefinancing-clearings/{clearing}/reversal", "arthur", reversal);
        Assert.Equal("100.00 EUR", open.Amount("prefinancing.open"));
        // In the books of August the wrong clearing still stands: the right one is booked when that is reversed.
        var early = await platform.Post("disbursements", $"{at}/contracts/{contract}/prefinancing-clearings", "vera", report);
        Assert.Equal("date-out-of-order", early.Problem);
        await fund.Post("disbursements", $"{at}/contracts/{contract}/prefinancing-clearings?bookedOn=2020-09-01", "vera", report);

        var order = (await fund.Post(
            "disbursements", $"{at}/contracts/{contract}/recoveries", "fiona",
            new { amount = Fund.Euros(40.00m), establishedOn = "2020-08-02", dueOn = "2020-10-02", reason = "Ineligible." })).Id;
        var waived = await fund.Post(
            "disbursements", $"{at}/recoveries/{order}/waivers", "arthur", new { amount = Fund.Euros(15.00m), waivedOn = "2020-08-10", reason = "Insolvent." });
        var waiver = waived.Json.GetProperty("waivers")[0].GetProperty("id").GetString();
        var owed = await fund.Post("disbursements", $"{at}/recoveries/{order}/waivers/{waiver}/reversal", People.Everybody, reversal);
        Assert.Equal(("0.00 EUR", "40.00 EUR"), (owed.Amount("waived"), owed.Amount("open")));

        var again = await platform.Post("disbursements", $"{at}/recoveries/{order}/waivers/{waiver}/reversal", People.Everybody, reversal);
        Assert.Equal("urn:trustfund:problem:already-reversed", again.Json.GetProperty("type").GetString());
        await platform.AssertProved();
    }
}
