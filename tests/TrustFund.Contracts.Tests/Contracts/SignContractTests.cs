using TrustFund.Contracts.Contracts;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Contracts;

public sealed class SignContractTests
{
    [Fact]
    public void Contracts_take_all_that_is_approved_and_not_one_cent_more()
    {
        var scene = Approved(100m, out var action);
        scene.Sign(action, 60m);

        var refusal = scene.Service.AssertRefused(scene.Signature(action, 40.01m), 422, "exceeds-action", "amount");
        Assert.Equal("40.01 EUR is more than the 40.00 EUR left to contract: 100.00 EUR approved, 60.00 EUR contracted.", refusal.Detail);

        scene.Sign(action, 40m);
        Assert.Equal((100m, 0m), (scene.Action(action).Contracted, scene.Action(action).Remaining().Amount));
        Assert.Equal(100m, scene.Window("HOA").Contracted);
    }

    [Fact]
    public void A_contract_may_be_signed_on_the_deadline_and_not_the_day_after()
    {
        var scene = Approved(100m, out var action);

        Assert.Null(scene.Service.Execute(scene.Signature(action, 1m) with { SignedOn = Scene.Deadline }));
        scene.Service.AssertRefused(
            scene.Signature(action, 1m) with { SignedOn = Scene.Deadline.AddDays(1) }, 422, "after-contracting-deadline", "signedOn");
    }

    [Fact]
    public void A_contract_is_not_signed_before_its_action_is_approved_nor_in_the_future()
    {
        var scene = Approved(100m, out var action);

        scene.Service.AssertRefused(scene.Signature(action, 1m) with { SignedOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "signedOn");
        scene.Service.AssertRefused(scene.Signature(action, 1m) with { SignedOn = new(2026, 2, 1) }, 422, "date-in-the-future", "signedOn");
    }

    [Fact]
    public void A_contract_needs_its_funds_action_a_known_partner_and_its_currency()
    {
        var scene = Approved(100m, out var action);
        scene.Pledges(new TrustFund.Events.Pledges.V1.FundEstablished("G5", "G5 Sahel", "EUR", 5, null, Scene.Established, null));
        var good = scene.Signature(action, 1m);

        scene.Service.AssertRefused(good with { Fund = "NONE" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Fund = "G5" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ActionId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Partner = "GIZ" }, 422, "unknown-partner", "partner");
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("XOF")) }, 422, "wrong-currency", "amount");
    }

    [Fact]
    public void A_reference_belongs_to_one_contract_and_may_be_an_actions_too()
    {
        var scene = Approved(100m, out var action);
        scene.Service.Accept(scene.Approval("HOA", 1m) with { Reference = "X-1" });
        scene.Service.Accept(scene.Signature(action, 1m) with { Reference = "X-1" });

        scene.Service.AssertRefused(scene.Signature(action, 1m) with { Reference = "x-1" }, 409, "reference-taken", "reference");
    }

    [Fact]
    public void A_contract_under_a_cross_window_action_is_reported_under_no_window()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 200m), ("NOA", 100m));
        var action = scene.ApproveAcross(("HOA", 60m), ("NOA", 40m));

        var signed = Assert.IsType<ContractSigned>(Assert.Single(scene.Service.Accept(scene.Signature(action, 70m))));

        Assert.Null(signed.Window);
        Assert.Equal((70m, 0m, 0m), (scene.Book.CrossWindowContracted, scene.Window("HOA").Contracted, scene.Window("NOA").Contracted));
    }

    [Fact]
    public void A_payment_may_arrive_before_anything_is_known_of_its_contract()
    {
        var scene = new Scene();
        scene.Pay("contract-of-tomorrow", 12.5m);

        Assert.Equal(12.5m, scene.Paid("contract-of-tomorrow"));
    }

    [Fact]
    public void A_contract_shows_what_is_left_of_it()
    {
        var scene = Approved(100m, out var action);
        var contract = scene.Sign(action, 80m);
        scene.Pay(contract, 20m);
        scene.Pay(contract, 5m);
        scene.Grant(scene.Ask(contract, 10m));
        scene.Ask(contract, 3m);

        var view = ContractView.Of(scene.Contract(contract), scene.Paid(contract));

        Assert.Equal(
            (80m, 70m, 10m, 3m, 25m, 45m),
            (view.Original.Amount, view.Contracted.Amount, view.Decommitted.Amount, view.PendingDecommitment.Amount, view.Paid.Amount, view.Ral.Amount));
    }

    static Scene Approved(decimal amount, out string action)
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 1_000m));
        action = scene.Approve("HOA", amount);
        return scene;
    }
}
