using TrustFund.Contracts.Actions;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Actions;

public sealed class RiderTests
{
    [Fact]
    public void A_rider_raises_an_action_by_all_its_window_has_and_not_one_cent_more()
    {
        var scene = Approved(out var action);

        var refusal = scene.Service.AssertRefused(scene.Rider(action, 100.01m), 422, "insufficient-availability", "by");
        Assert.Equal(
            "100.01 EUR is more than the 100.00 EUR that window HOA has available: 200.00 EUR earmarked and 0.00 EUR allocated, less 100.00 EUR approved.",
            refusal.Detail);

        var fact = Assert.IsType<RiderApproved>(Assert.Single(scene.Service.Accept(scene.Rider(action, 100m), "arthur")));
        Assert.Equal((Money.Euros(100m), false), (fact.By, fact.CrossWindow));
        Assert.Equal([new WindowAmount("HOA", Money.Euros(100m))], fact.Parts);
        Assert.Equal((100m, 200m, 200m), (scene.Action(action).Original, scene.Action(action).Approved, scene.Window("HOA").Approved));
        Assert.Equal(200m, Assert.Single(scene.Action(action).Split).Amount);
    }

    /// <summary>The trap: what is approved in all may be less than it was.</summary>
    [Fact]
    public void The_approved_total_may_fall()
    {
        var scene = Approved(out var action);
        scene.Sign(action, 60m);

        var refusal = scene.Service.AssertRefused(scene.Rider(action, -40.01m), 422, "exceeds-uncontracted", "by");
        Assert.Equal("40.01 EUR is more than the 40.00 EUR not contracted: 100.00 EUR approved, 60.00 EUR contracted. Decommit first.", refusal.Detail);

        scene.Service.Accept(scene.Rider(action, -40m), "arthur");
        Assert.Equal((60m, 0m, 140m), (scene.Action(action).Approved, scene.Action(action).Remaining().Amount, scene.Window("HOA").Available().Amount));
        Assert.Equal(60m, scene.FundBalances.Total.Approved.Amount);
    }

    [Fact]
    public void A_cross_window_rider_comes_with_its_split()
    {
        var scene = Across(out var action);

        scene.Service.AssertRefused(scene.Rider(action, 30m), 422, "split-required", "split");
        scene.Service.AssertRefused(scene.Rider(action, 30m, ("HOA", 20m), ("NOA", 9.99m)), 422, "split-mismatch", "split");
        scene.Service.AssertRefused(scene.Rider(action, 30m, ("HOA", 40m), ("NOA", -10m)), 422, "wrong-sign", "split[1].amount");
        scene.Service.AssertRefused(scene.Rider(action, 30m, ("HOA", 10m), ("HOA", 20m)), 422, "window-repeated", "split[1].window");
        scene.Service.AssertRefused(scene.Rider(action, 30m, ("HOA", 10m), ("OTHER", 20m)), 422, "unknown-window", "split[1].window");
        scene.Service.AssertRefused(scene.Rider(action, 70m, ("HOA", 9m), ("NOA", 61m)), 422, "insufficient-availability", "split[1].amount");

        scene.Service.Accept(scene.Rider(action, 30m, ("HOA", 20m), ("SLC", 10m)), "arthur");
        Assert.Equal(
            [new WindowPart("HOA", 80m), new WindowPart("NOA", 40m), new WindowPart("SLC", 10m)], scene.Action(action).Split);
        Assert.Equal((130m, 130m), (scene.Action(action).Approved, scene.Book.CrossWindowApproved));
        Assert.Equal((80m, 10m), (scene.Window("HOA").CrossWindowApproved, scene.Window("SLC").CrossWindowApproved));
    }

    [Fact]
    public void A_cross_window_rider_takes_no_more_from_a_window_than_the_action_has_of_it()
    {
        var scene = Across(out var action);
        scene.Sign(action, 50m);

        scene.Service.AssertRefused(scene.Rider(action, -41m, ("NOA", -40.01m), ("HOA", -0.99m)), 422, "exceeds-part", "split[0].amount");
        scene.Service.AssertRefused(scene.Rider(action, -1m, ("SLC", -1m)), 422, "exceeds-part", "split[0].amount");
        scene.Service.AssertRefused(scene.Rider(action, -50.01m, ("HOA", -50.01m)), 422, "exceeds-uncontracted", "by");

        scene.Service.Accept(scene.Rider(action, -50m, ("HOA", -10m), ("NOA", -40m)), "arthur");
        Assert.Equal([50m, 0m], scene.Action(action).Split.Select(part => part.Amount));
        Assert.Equal((50m, 50m, 0m), (scene.Action(action).Approved, scene.Window("HOA").CrossWindowApproved, scene.Window("NOA").Approved));
    }

    [Fact]
    public void An_action_of_one_window_takes_no_split()
    {
        var scene = Approved(out var action);

        scene.Service.AssertRefused(scene.Rider(action, 30m, ("HOA", 20m), ("NOA", 10m)), 422, "not-cross-window", "split");
    }

    [Fact]
    public void A_rider_raises_nothing_after_the_contracting_deadline_and_may_lower_it_still()
    {
        var scene = Approved(out var action);
        var late = Scene.Deadline.AddDays(1);

        scene.Service.AssertRefused(scene.Rider(action, 1m) with { ApprovedOn = late }, 422, "after-contracting-deadline", "approvedOn");
        Assert.Null(scene.Service.Execute(scene.Rider(action, 1m) with { ApprovedOn = Scene.Deadline }));
        Assert.Null(scene.Service.Execute(scene.Rider(action, -1m) with { ApprovedOn = late }));
    }

    [Fact]
    public void A_rider_needs_its_action_something_that_changes_its_currency_and_a_date_after_the_approval()
    {
        var scene = Approved(out var action);
        var good = scene.Rider(action, 1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ActionId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Change = Money.Euros(0m) }, 422, "nothing-changes", "by");
        scene.Service.AssertRefused(good with { Change = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "by");
        scene.Service.AssertRefused(good with { ApprovedOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "approvedOn");
        scene.Service.AssertRefused(good with { ApprovedOn = new(2026, 2, 1) }, 422, "date-in-the-future", "approvedOn");
    }

    [Fact]
    public void A_reference_belongs_to_one_rider_whatever_its_letter_case()
    {
        var scene = Approved(out var action);
        scene.Service.Accept(scene.Rider(action, 1m) with { Reference = "Rider-1" });

        scene.Service.AssertRefused(scene.Rider(action, 1m) with { Reference = "RIDER-1" }, 409, "reference-taken", "reference");
    }

    [Fact]
    public void A_rider_may_change_the_ceiling_of_co_financing_alone_but_not_below_what_there_is()
    {
        var scene = Approved(out var action);
        scene.Service.Accept(scene.Rider(action, 0m) with { CoFinancingCeiling = Money.Euros(50m) });
        scene.Service.Accept(scene.Signature(action, 10m) with { CoFinancing = [new("AFD", Money.Euros(50m))] });

        scene.Service.AssertRefused(
            scene.Rider(action, 0m) with { CoFinancingCeiling = Money.Euros(49.99m) }, 422, "below-co-financed", "coFinancingCeiling");
        var rider = scene.Rider(action, 5m) with { CoFinancingCeiling = Money.Euros(60m) };
        scene.Service.Accept(rider);

        Assert.Equal((105m, 60m), (scene.Action(action).Approved, scene.Action(action).CoFinancingCeiling));
        var view = RiderView.Of(scene.Service.Get<Rider>(rider.RiderId));
        Assert.Equal((Money.Euros(5m), Money.Euros(60m), action), (view.By, view.CoFinancingCeiling, view.ActionId));
        Assert.Equal([new WindowAmount("HOA", Money.Euros(5m))], view.Split);
    }

    static Scene Approved(out string action)
    {
        var scene = new Scene();
        scene.Certify(200m, ("HOA", 200m));
        action = scene.Approve("HOA", 100m);
        return scene;
    }

    static Scene Across(out string action)
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 100m), ("NOA", 100m), ("SLC", 100m));
        action = scene.ApproveAcross(("HOA", 60m), ("NOA", 40m));
        return scene;
    }
}
