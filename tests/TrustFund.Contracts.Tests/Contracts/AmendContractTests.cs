using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Contracts;

public sealed class AmendContractTests
{
    [Fact]
    public void A_contract_is_raised_by_all_that_is_left_of_its_action_and_not_one_cent_more()
    {
        var scene = Signed(out var action, out var contract);

        var refusal = scene.Service.AssertRefused(scene.Amendment(contract, 40.01m), 422, "exceeds-action", "by");
        Assert.Equal("40.01 EUR is more than the 40.00 EUR left to contract: 100.00 EUR approved, 60.00 EUR contracted.", refusal.Detail);

        var fact = Assert.IsType<ContractAmended>(Assert.Single(scene.Service.Accept(scene.Amendment(contract, 40m))));
        Assert.Equal((action, contract, "HOA", Money.Euros(40m)), (fact.ActionId, fact.ContractId, fact.Window, fact.By));
        Assert.Equal((60m, 40m, 100m), (scene.Contract(contract).Original, scene.Contract(contract).Raised, scene.Contract(contract).Contracted));
        Assert.Equal((100m, 100m, 100m), (scene.Action(action).Contracted, scene.Window("HOA").Contracted, scene.Book.Contracted));
    }

    [Fact]
    public void Lowering_a_contract_is_a_decommitment()
    {
        var scene = Signed(out _, out var contract);

        scene.Service.AssertRefused(scene.Amendment(contract, -0.01m), 422, "lowered-by-decommitment", "by");
    }

    [Fact]
    public void A_contract_is_raised_on_the_deadline_and_not_the_day_after_when_its_terms_may_still_change()
    {
        var scene = Signed(out _, out var contract);
        var late = Scene.Deadline.AddDays(1);

        Assert.Null(scene.Service.Execute(scene.Amendment(contract, 1m) with { AmendedOn = Scene.Deadline }));
        scene.Service.AssertRefused(scene.Amendment(contract, 1m) with { AmendedOn = late }, 422, "after-contracting-deadline", "amendedOn");
        Assert.Null(scene.Service.Execute(scene.Amendment(contract, null) with { AmendedOn = late, EndsOn = new(2022, 12, 31) }));
        Assert.Equal(new DateOnly(2022, 12, 31), scene.Contract(contract).EndsOn);
    }

    [Fact]
    public void What_an_amendment_leaves_out_stays_as_it_is()
    {
        var scene = Signed(out var action, out var contract);
        scene.Service.Accept(scene.Rider(action, 0m) with { CoFinancingCeiling = Money.Euros(100m) });
        scene.Service.Accept(scene.Amendment(contract, null) with
        {
            Title = "Return",
            CoFinancing = [new("AFD", Money.Euros(100m))],
            Countries = [new("NE", 100m)],
            Theme = "Protection",
            StartsOn = new(2018, 7, 1),
            EndsOn = new(2019, 7, 1),
        });
        var before = scene.Contract(contract);

        var amendment = scene.Amendment(contract, 2m);
        scene.Service.Accept(amendment);

        var after = scene.Contract(contract);
        Assert.Equal(
            ("Return", "Protection", new DateOnly(2018, 7, 1), new DateOnly(2019, 7, 1), 62m),
            (after.Title, after.Theme, after.StartsOn!.Value, after.EndsOn!.Value, after.Contracted));
        Assert.Equal((before.CoFinancing, before.Countries), (after.CoFinancing, after.Countries));
        Assert.Equal(
            new(amendment.AmendmentId, Scene.Fund, contract, Money.Euros(2m), Scene.Day, "Addendum 1", null, null, null, null, null, null),
            AmendmentView.Of(scene.Service.Get<Amendment>(amendment.AmendmentId)));
    }

    [Fact]
    public void New_co_financing_replaces_the_old_under_the_same_ceiling()
    {
        var scene = Signed(out var action, out var contract);
        scene.Service.Accept(scene.Rider(action, 0m) with { CoFinancingCeiling = Money.Euros(100m) });
        scene.Service.Accept(scene.Amendment(contract, null) with { CoFinancing = [new("AFD", Money.Euros(80m))] });

        scene.Service.AssertRefused(
            scene.Amendment(contract, null) with { CoFinancing = [new("AFD", Money.Euros(100.01m))] }, 422, "exceeds-co-financing", "coFinancing");
        scene.Service.Accept(scene.Amendment(contract, null) with { CoFinancing = [new("AFD", Money.Euros(100m))] });
        Assert.Equal(100m, scene.Action(action).CoFinanced);

        scene.Service.Accept(scene.Amendment(contract, null) with { CoFinancing = [] });
        Assert.Equal((0m, 0), (scene.Action(action).CoFinanced, scene.Contract(contract).CoFinancing.Count));
    }

    [Fact]
    public void An_amendment_changes_something_after_the_signature_and_within_the_rules_of_a_contract()
    {
        var scene = Signed(out _, out var contract);
        scene.Service.Accept(Scene.NewDeadline(new(2022, 12, 31), DeadlineKind.Implementation), "arthur");
        var good = scene.Amendment(contract, 1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ContractId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Rise = null }, 422, "nothing-changes", null);
        scene.Service.AssertRefused(good with { Rise = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "by");
        scene.Service.AssertRefused(good with { AmendedOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "amendedOn");
        scene.Service.AssertRefused(good with { AmendedOn = new(2026, 2, 1) }, 422, "date-in-the-future", "amendedOn");
        scene.Service.AssertRefused(good with { EndsOn = new(2023, 1, 1) }, 422, "after-implementation-deadline", "endsOn");
        scene.Service.AssertRefused(good with { StartsOn = new(2020, 1, 1), EndsOn = new(2019, 1, 1) }, 422, "date-out-of-order", "endsOn");
        scene.Service.AssertRefused(good with { Countries = [new("NE", 99m)] }, 422, "shares-mismatch", "countries");
    }

    [Fact]
    public void What_was_raised_can_be_decommitted_again()
    {
        var scene = Signed(out var action, out var contract);
        scene.Service.Accept(scene.Amendment(contract, 40m));

        scene.Grant(scene.Ask(contract, 100m));

        Assert.Equal((60m, 40m, 100m, 0m), (scene.Contract(contract).Original, scene.Contract(contract).Raised, scene.Contract(contract).Decommitted, scene.Contract(contract).Contracted));
        Assert.Equal(100m, scene.Action(action).Remaining().Amount);
    }

    [Fact]
    public void What_was_ever_contracted_under_an_action_stays_an_amount()
    {
        const decimal Half = 500_000_000_000_000m;
        var scene = new Scene(capPercent: 0);
        scene.Certify(Half, ("HOA", Half));
        var action = scene.Approve("HOA", Half);
        var contract = scene.Sign(action, Half);
        scene.Grant(scene.Ask(contract, Half));

        scene.Service.AssertRefused(scene.Amendment(contract, Half), 422, "beyond-limit", "by");
        scene.Service.AssertRefused(scene.Signature(action, Half), 422, "beyond-limit", "amount");
        scene.Service.Accept(scene.Signature(action, Half - 0.01m) with { ContractId = "last" });
        scene.Grant(scene.Ask("last", Half - 0.01m));
        Assert.Equal(999_999_999_999_999.99m, TrustFund.Contracts.Actions.ActionView.Of(scene.Action(action), 0).Decommitted.Amount);
    }

    static Scene Signed(out string action, out string contract)
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 1_000m));
        action = scene.Approve("HOA", 100m);
        contract = scene.Sign(action, 60m);
        return scene;
    }
}
