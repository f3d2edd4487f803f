using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class TransferTests
{
    [Fact]
    public void Both_sides_of_a_transfer_are_one_fact()
    {
        var scene = Allocated(100m);

        var fact = Assert.IsType<ResourcesTransferred>(Assert.Single(scene.Service.Accept(scene.Transfer("HOA", "SLC", 40m), "arthur")));

        Assert.Equal((Scene.Fund, "HOA", "SLC", Money.Euros(40m), "BOARD/2018/2"), (fact.Fund, fact.From, fact.To, fact.Amount, fact.Decision));
        Assert.Equal((60m, 40m, 100m), (scene.Window("HOA").Allocated, scene.Window("SLC").Allocated, scene.Book.Allocated));
        Assert.Equal((60m, 40m), (scene.Window("HOA").Available().Amount, scene.Window("SLC").Available().Amount));
    }

    [Fact]
    public void Only_what_is_free_can_be_moved()
    {
        var scene = Allocated(100m);
        scene.Approve("HOA", 70m);

        var refusal = scene.Service.AssertRefused(scene.Transfer("HOA", "SLC", 30.01m), 422, "exceeds-transferable", "amount");

        Assert.Equal(
            "30.01 EUR is more than the 30.00 EUR that window HOA can give: 100.00 EUR came to it by allocation, and 30.00 EUR of its resources "
            + "is not approved; earmarks stay with it.",
            refusal.Detail);
        Assert.Null(scene.Service.Execute(scene.Transfer("HOA", "SLC", 30m)));
        Assert.Equal(0m, scene.Window("HOA").Available().Amount);
    }

    [Fact]
    public void Earmarks_never_move()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(150m, ("HOA", 100m));
        scene.Allocate("HOA", 50m);
        Assert.Equal((150m, 50m), (scene.Window("HOA").Available().Amount, scene.Window("HOA").Transferable().Amount));

        scene.Service.AssertRefused(scene.Transfer("HOA", "SLC", 50.01m), 422, "exceeds-transferable", "amount");
        Assert.Null(scene.Service.Execute(scene.Transfer("HOA", "SLC", 50m)));
        Assert.Equal((100m, 0m), (scene.Window("HOA").Earmarked, scene.Window("HOA").Allocated));
    }

    [Fact]
    public void A_window_that_has_promised_more_than_it_has_gives_nothing()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(150m, ("HOA", 100m));
        scene.Allocate("HOA", 50m);
        scene.Approve("HOA", 140m);
        scene.Exchange(-20m, ("HOA", -20m));

        Assert.Equal((-10m, 0m), (scene.Window("HOA").Available().Amount, scene.Window("HOA").Transferable().Amount));
        scene.Service.AssertRefused(scene.Transfer("HOA", "SLC", 0.01m), 422, "exceeds-transferable", "amount");
    }

    [Fact]
    public void A_transfer_needs_two_windows_of_the_fund_its_currency_and_a_date_that_has_come()
    {
        var scene = Allocated(100m);
        var good = scene.Transfer("HOA", "SLC", 1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { From = "OTHER" }, 422, "unknown-window", "from");
        scene.Service.AssertRefused(good with { To = "OTHER" }, 422, "unknown-window", "to");
        scene.Service.AssertRefused(good with { To = "HOA" }, 422, "same-window", "to");
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        scene.Service.AssertRefused(good with { DecidedOn = Scene.Established.AddDays(-1) }, 422, "date-out-of-order", "decidedOn");
        scene.Service.AssertRefused(good with { DecidedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "decidedOn");
    }

    [Fact]
    public void A_transfer_can_be_read_back()
    {
        var scene = Allocated(100m);
        var transfer = scene.Transfer("HOA", "SLC", 1m);
        scene.Service.Accept(transfer);

        Assert.Equal(
            new(transfer.TransferId, Scene.Fund, "HOA", "SLC", Money.Euros(1m), Scene.Day, "BOARD/2018/2"),
            TransferView.Of(scene.Service.Get<Transfer>(transfer.TransferId)));
    }

    static Scene Allocated(decimal amount)
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(amount);
        scene.Allocate("HOA", amount);
        return scene;
    }
}
