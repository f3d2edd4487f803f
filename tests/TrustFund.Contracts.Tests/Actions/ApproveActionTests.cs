using TrustFund.Contracts.Actions;
using TrustFund.Events;

namespace TrustFund.Contracts.Tests.Actions;

public sealed class ApproveActionTests
{
    [Fact]
    public void A_window_may_approve_all_it_has_and_not_one_cent_more()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m));
        scene.Allocate("HOA", 50m);

        var refusal = scene.Service.AssertRefused(scene.Approval("HOA", 250.01m), 422, "insufficient-availability", "amount");
        Assert.Equal(
            "250.01 EUR is more than the 250.00 EUR that window HOA has available: 200.00 EUR earmarked and 50.00 EUR allocated, less 0.00 EUR approved.",
            refusal.Detail);

        var action = scene.Approve("HOA", 250m);
        Assert.Equal(0m, scene.Window("HOA").Available().Amount);
        Assert.Equal((250m, "HOA", false), (scene.Action(action).Approved, scene.Action(action).WindowCode, scene.Action(action).IsCrossWindow()));
    }

    [Fact]
    public void The_pool_of_the_fund_is_no_windows_before_the_board_allocates_it()
    {
        var scene = new Scene();
        scene.Certify(1_000m);

        scene.Service.AssertRefused(scene.Approval("HOA", 0.01m), 422, "insufficient-availability", "amount");
    }

    [Fact]
    public void A_cross_window_action_draws_on_each_of_its_windows()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m), ("NOA", 100m));

        var action = scene.ApproveAcross(("HOA", 60m), ("NOA", 40m));

        Assert.Null(scene.Action(action).WindowCode);
        Assert.Equal((60m, 60m), (scene.Window("HOA").Approved, scene.Window("HOA").CrossWindowApproved));
        Assert.Equal((40m, 40m), (scene.Window("NOA").Approved, scene.Window("NOA").CrossWindowApproved));
        Assert.Equal(100m, scene.Book.CrossWindowApproved);
    }

    [Fact]
    public void A_split_that_is_too_much_for_one_window_names_that_part()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m), ("NOA", 100m));

        scene.Service.AssertRefused(
            scene.CrossWindowApproval(200.01m, ("HOA", 100m), ("NOA", 100.01m)), 422, "insufficient-availability", "split[1].amount");
    }

    [Fact]
    public void A_split_adds_up_and_names_each_of_two_or_more_windows_once()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m), ("NOA", 100m));

        scene.Service.AssertRefused(scene.CrossWindowApproval(100m, ("HOA", 60m), ("NOA", 39.99m)), 422, "split-mismatch", "split");
        scene.Service.AssertRefused(scene.CrossWindowApproval(100m, ("HOA", 60m), ("HOA", 40m)), 422, "window-repeated", "split[1].window");
        scene.Service.AssertRefused(scene.CrossWindowApproval(60m, ("HOA", 60m)), 422, "split-too-short", "split");
        scene.Service.AssertRefused(scene.CrossWindowApproval(100m, ("HOA", 60m), ("OTHER", 40m)), 422, "unknown-window", "split[1].window");
        scene.Service.AssertRefused(scene.CrossWindowApproval(60m, ("HOA", 60m), ("NOA", 0m)), 422, "not-positive", "split[1].amount");
        var split = scene.CrossWindowApproval(100m, ("HOA", 60m), ("NOA", 40m));
        scene.Service.AssertRefused(
            split with { Split = [split.Split[0], new WindowAmount("NOA", new(40m, Currency.Of("USD")))] }, 422, "wrong-currency", "split[1].amount");
        // The sum of two amounts may be no amount any more.
        scene.Service.AssertRefused(
            scene.CrossWindowApproval(1m, ("HOA", 999_999_999_999_999m), ("NOA", 999_999_999_999_999m)), 422, "split-mismatch", "split");
    }

    [Fact]
    public void An_approval_needs_a_fund_a_window_its_currency_and_a_date_that_has_come()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m));
        var good = scene.Approval("HOA", 1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(scene.Approval("OTHER", 1m), 422, "unknown-window", "window");
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        scene.Service.AssertRefused(good with { ApprovedOn = Scene.Established.AddDays(-1) }, 422, "date-out-of-order", "approvedOn");
        scene.Service.AssertRefused(good with { ApprovedOn = new(2027, 1, 1) }, 422, "date-in-the-future", "approvedOn");
    }

    [Fact]
    public void A_reference_belongs_to_one_action_whatever_its_letter_case()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m));
        scene.Service.Accept(scene.Approval("HOA", 1m) with { Reference = "T05-EUTF-hoa-ss-42" });

        scene.Service.AssertRefused(scene.Approval("HOA", 1m) with { Reference = "T05-EUTF-HOA-SS-42" }, 409, "reference-taken", "reference");
    }

    [Fact]
    public void An_action_shows_what_is_left_at_each_stage()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m));
        var action = scene.Approve("HOA", 150m);
        var contract = scene.Sign(action, 100m);
        scene.Pay(contract, 40m);
        scene.Grant(scene.Ask(contract, 25m));

        var view = ActionView.Of(scene.Action(action), scene.Paid(contract));

        Assert.Equal(
            (150m, 150m, 75m, 75m, 25m, 40m, 35m),
            (view.OriginallyApproved.Amount, view.Approved.Amount, view.Contracted.Amount, view.Rac.Amount, view.Decommitted.Amount,
                view.Paid.Amount, view.Ral.Amount));
    }
}
