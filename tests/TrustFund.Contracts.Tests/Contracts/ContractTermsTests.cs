using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Contracts;

public sealed class ContractTermsTests
{
    static readonly CoFinancing Afd = new("AFD", Money.Euros(60m));
    static readonly CoFinancing Bmz = new("BMZ", Money.Euros(40m));

    /// <summary>The trap: co-financing stays outside a fund's resources.</summary>
    [Fact]
    public void Co_financing_stays_outside_a_funds_resources()
    {
        var scene = CoFinanced(100m, out var action);

        var contract = scene.Signature(action, 80m) with { CoFinancing = [Afd, Bmz] };
        scene.Service.Accept(contract);

        var view = ContractView.Of(scene.Contract(contract.ContractId), 0);
        Assert.Equal((Money.Euros(80m), Money.Euros(80m)), (view.Contracted, view.Ral));
        Assert.Equal([Afd, Bmz], view.CoFinancing);
        var seen = ActionView.Of(scene.Action(action), 0);
        Assert.Equal((80m, 20m, 100m, 100m), (seen.Contracted.Amount, seen.Rac.Amount, seen.CoFinanced.Amount, seen.CoFinancingCeiling!.Value.Amount));
        Assert.Equal((1_000m, 80m), (scene.Availability.Certified.Amount, scene.FundBalances.Total.Contracted.Amount));
    }

    [Fact]
    public void Co_financing_takes_all_of_its_own_ceiling_and_not_one_cent_more()
    {
        var scene = CoFinanced(100m, out var action);
        scene.Service.Accept(scene.Signature(action, 1m) with { CoFinancing = [Afd] });

        var refusal = scene.Service.AssertRefused(
            scene.Signature(action, 1m) with { CoFinancing = [new("BMZ", Money.Euros(40.01m))] }, 422, "exceeds-co-financing", "coFinancing");
        Assert.Equal("The action's co-financing would be 100.01 EUR; its ceiling is 100.00 EUR.", refusal.Detail);
        Assert.Null(scene.Service.Execute(scene.Signature(action, 1m) with { CoFinancing = [Bmz] }));
    }

    [Fact]
    public void Without_a_ceiling_there_is_no_co_financing()
    {
        var scene = CoFinanced(null, out var action);

        scene.Service.AssertRefused(
            scene.Signature(action, 1m) with { CoFinancing = [new("AFD", Money.Euros(0.01m))] }, 422, "exceeds-co-financing", "coFinancing");
        Assert.Null(scene.Service.Execute(scene.Signature(action, 1m) with { CoFinancing = [] }));
    }

    [Fact]
    public void Co_financing_is_in_the_funds_currency_and_names_each_financier_once()
    {
        var scene = CoFinanced(100m, out var action);
        var good = scene.Signature(action, 1m);

        scene.Service.AssertRefused(good with { CoFinancing = [Afd, new("afd", Money.Euros(1m))] }, 422, "financier-repeated", "coFinancing[1].financier");
        scene.Service.AssertRefused(good with { CoFinancing = [new("AFD", new(1m, Currency.Of("USD")))] }, 422, "wrong-currency", "coFinancing[0].amount");
        var largest = Money.Euros(999_999_999_999_999m);
        scene.Service.AssertRefused(good with { CoFinancing = [new("A", largest), new("B", largest)] }, 422, "beyond-limit", "coFinancing");
        scene.Service.AssertRefused(scene.Approval("HOA", 1m) with { CoFinancingCeiling = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "coFinancingCeiling");
    }

    [Fact]
    public void Several_countries_share_a_contract_and_their_shares_add_up_to_100()
    {
        var scene = CoFinanced(null, out var action);
        var good = scene.Signature(action, 1m);

        scene.Service.AssertRefused(good with { Countries = [new("NE", 60m), new("ML", 39.99m)] }, 422, "shares-mismatch", "countries");
        scene.Service.AssertRefused(good with { Countries = [new("NE", 60m), new("NE", 40m)] }, 422, "country-repeated", "countries[1].country");
        scene.Service.AssertRefused(good with { Countries = [new("NE", 110m), new("ML", -10m)] }, 422, "not-a-share", "countries[0].percent");
        scene.Service.Accept(good with { Countries = [new("NE", 33.3m), new("ML", 33.3m), new("BF", 33.4m)] });

        Assert.Equal([new CountryPart("NE", 33.3m), new CountryPart("ML", 33.3m), new CountryPart("BF", 33.4m)], scene.Contract(good.ContractId).Countries);
    }

    [Fact]
    public void A_contract_has_its_actions_theme_unless_it_has_one_of_its_own()
    {
        var scene = CoFinanced(null, out _);
        scene.Service.Accept(scene.Approval("HOA", 10m) with { ActionId = "themed", Theme = "Return" });
        var one = scene.Signature("themed", 1m) with { Sector = "15190" };
        var other = scene.Signature("themed", 1m) with { Theme = "Reintegration" };

        Assert.Equal("Return", Assert.IsType<ContractSigned>(Assert.Single(scene.Service.Accept(one))).Theme);
        scene.Service.Accept(other);

        Assert.Equal(("Return", "15190"), (scene.Contract(one.ContractId).Theme, scene.Contract(one.ContractId).Sector));
        Assert.Equal("Reintegration", scene.Contract(other.ContractId).Theme);
    }

    [Fact]
    public void A_contract_ends_after_it_starts_and_by_the_implementation_deadline()
    {
        var scene = CoFinanced(null, out var action);
        scene.Service.Accept(Scene.NewDeadline(new(2025, 12, 31), DeadlineKind.Implementation), "arthur");
        var good = scene.Signature(action, 1m) with { StartsOn = new(2018, 7, 1), EndsOn = new(2025, 12, 31) };

        scene.Service.AssertRefused(good with { EndsOn = new(2018, 6, 30) }, 422, "date-out-of-order", "endsOn");
        scene.Service.AssertRefused(good with { EndsOn = new(2026, 1, 1) }, 422, "after-implementation-deadline", "endsOn");
        Assert.Null(scene.Service.Execute(good));
    }

    [Fact]
    public void A_list_holds_no_nulls_and_a_share_six_decimals_at_most()
    {
        var request = new SignContractRequest("IOM", "Return", Money.Euros(1m), Scene.Day, CoFinancing: [null], Countries: [null, new("NE", 33.3333333m)]);

        Assert.Equal(["CoFinancing", "Countries", "Countries"], request.Validate(new ValidationContext(request)).SelectMany(result => result.MemberNames));
        Assert.Null(CoFinancingRequest.Parts(null));
        Assert.Equal([new CountryShare("NE", 100m)], CountryShareRequest.Parts([new("ne", 100m)])!);
    }

    static Scene CoFinanced(decimal? ceiling, out string action)
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 1_000m));
        var approval = scene.Approval("HOA", 100m) with { CoFinancingCeiling = ceiling is { } amount ? Money.Euros(amount) : null };
        scene.Service.Accept(approval, "arthur");
        action = approval.ActionId;
        return scene;
    }
}
