using TrustFund.Contracts.Actions;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Contracts;

/// <summary>History is a fact, even where it breaks a rule; what it breaks blocks what comes after.</summary>
public sealed class ImportedContractTests
{
    [Fact]
    public void An_imported_contract_may_exceed_its_action_and_then_blocks_further_ones()
    {
        var scene = Approved(out var action);
        scene.Sign(action, 90m);

        var contract = scene.Import(action, 30m);

        Assert.True(Assert.IsType<ContractSigned>(scene.Service.Journal[^1].Event).Imported);
        Assert.True(scene.Contract(contract).Imported);
        var view = ActionView.Of(scene.Action(action), 0);
        Assert.Equal((100m, 120m, -20m), (view.Approved.Amount, view.Contracted.Amount, view.Rac.Amount));
        var refusal = scene.Service.AssertRefused(scene.Signature(action, 0.01m), 422, "exceeds-action", "amount");
        Assert.Equal("0.01 EUR is more than the -20.00 EUR left to contract: 100.00 EUR approved, 120.00 EUR contracted.", refusal.Detail);
        scene.Service.AssertRefused(scene.Amendment(contract, 0.01m), 422, "exceeds-action", "by");
        scene.Service.AssertRefused(scene.Rider(action, -0.01m), 422, "exceeds-uncontracted", "by");
        // A rider makes it good.
        scene.Service.Accept(scene.Rider(action, 20.01m), "arthur");
        Assert.Null(scene.Service.Execute(scene.Signature(action, 0.01m)));
    }

    [Fact]
    public void An_imported_contract_may_be_signed_after_the_deadline_and_does_not_hold_it()
    {
        var scene = Approved(out var action);

        Assert.Null(scene.Service.Execute(scene.Signature(action, 1m) with { Imported = true, SignedOn = Scene.Deadline.AddDays(100) }));
        Assert.Null(scene.Book.LastSignedOn);
    }

    [Fact]
    public void An_imported_contract_names_an_action_and_a_partner_that_exist()
    {
        var scene = Approved(out var action);
        var good = scene.Signature(action, 1m) with { Imported = true };

        scene.Service.AssertRefused(good with { ActionId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Partner = "GIZ" }, 422, "unknown-partner", "partner");
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        scene.Service.AssertRefused(good with { Countries = [new("NE", 1m)] }, 422, "shares-mismatch", "countries");
    }

    [Fact]
    public void An_imported_contract_may_exceed_the_ceiling_of_co_financing()
    {
        var scene = Approved(out var action);

        scene.Service.Accept(scene.Signature(action, 1m) with { ContractId = "old", Imported = true, CoFinancing = [new("AFD", Money.Euros(5m))] });

        Assert.Equal(5m, scene.Action(action).CoFinanced);
        scene.Service.AssertRefused(
            scene.Signature(action, 1m) with { CoFinancing = [new("AFD", Money.Euros(0.01m))] }, 422, "exceeds-co-financing", "coFinancing");
        scene.Service.AssertRefused(
            scene.Amendment("old", null) with { CoFinancing = [new("AFD", Money.Euros(5.01m))] }, 422, "exceeds-co-financing", "coFinancing");
        Assert.Null(scene.Service.Execute(scene.Amendment("old", null) with { CoFinancing = [new("AFD", Money.Euros(4m))] }));
    }

    [Fact]
    public void History_too_large_for_any_amount_is_refused_even_so()
    {
        var scene = Approved(out var action);
        scene.Import(action, 999_999_999_999_999m);

        scene.Service.AssertRefused(scene.Signature(action, 1m) with { Imported = true }, 422, "beyond-limit", "amount");
        Assert.Equal(999_999_999_999_999m, scene.FundBalances.Total.Contracted.Amount);
    }

    /// <summary>Only what would then be left to contract returns; the rest makes good what was exceeded.</summary>
    [Fact]
    public void After_the_deadline_a_decommitment_makes_good_first_what_history_exceeded()
    {
        var scene = Approved(out var action);
        var contract = scene.Import(action, 120m);

        var fact = scene.Grant(scene.Ask(contract, 30m, Scene.Deadline.AddDays(1)));

        Assert.Equal(("fund", 10m), (fact.Destination, Assert.Single(fact.FromApproved).Amount.Amount));
        Assert.Equal((90m, 90m), (scene.Action(action).Approved, scene.Action(action).Contracted));
        Assert.Empty(scene.Grant(scene.Ask(scene.Import(action, 20m), 5m, Scene.Deadline.AddDays(1))).FromApproved);
    }

    static Scene Approved(out string action)
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 1_000m));
        action = scene.Approve("HOA", 100m);
        return scene;
    }
}
