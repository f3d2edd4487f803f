using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;

namespace TrustFund.Pledges.Tests.InKind;

public sealed class PledgeInKindTests
{
    readonly Given given = new();

    public PledgeInKindTests() => given.Service.Accept(new EstablishFund(
        "RESETTLEMENT", "Resettlement", Currency.Euro, 5, null, Given.Day, new("place", 50_000, Given.Euros(500_000_000))));

    InKindPosition Position => FundView.Of(given.Service.Get<Fund>("RESETTLEMENT"), given.Service.Get<FundTotals>("RESETTLEMENT"), []).InKind!;

    static PledgeInKind Places(decimal quantity, string id = "places", string unit = "place") =>
        new("RESETTLEMENT", id, "DE", quantity, unit, Given.Day, null);

    [Fact]
    public void Forty_thousand_places_of_fifty_thousand_bring_four_hundred_million()
    {
        given.Service.Accept(Places(40_000));

        Assert.Equal("0.8000", Position.SharePledged.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            (Given.Euros(10_000), Given.Euros(400_000_000), Given.Euros(100_000_000)),
            (Position.SupportPerUnit, Position.Entitlement, Position.Unallocated));
    }

    [Fact]
    public void Places_never_enter_a_money_total()
    {
        given.Service.Accept(Places(40_000));
        Assert.Equal((0m, 40_000m), (given.Service.Get<FundTotals>("RESETTLEMENT").Pledged, given.Service.Get<FundTotals>("RESETTLEMENT").InKindPledged));
    }

    [Fact]
    public void More_places_than_aimed_at_bring_no_more_than_is_set_aside()
    {
        given.Service.Accept(Places(49_999));
        given.Service.Accept(Places(2, "more"));
        Assert.Equal((1m, Given.Euros(500_000_000), Given.Euros(0)), (Position.SharePledged, Position.Entitlement, Position.Unallocated));
    }

    [Fact]
    public void An_entitlement_is_rounded_once_and_not_per_place()
    {
        var position = InKindPosition.Of(new InKindTarget("place", 3, Given.Euros(100)), 2);
        Assert.Equal((Given.Euros(33.33m), Given.Euros(66.67m), Given.Euros(33.33m)), (position.SupportPerUnit, position.Entitlement, position.Unallocated));
        Assert.Equal(0.6667m, position.SharePledged);
    }

    [Fact]
    public void The_largest_amounts_and_quantities_keep_their_cents()
    {
        var position = InKindPosition.Of(new InKindTarget("place", 999_999_999.99m, Given.Euros(999_999_999_999_999.99m)), 999_999_999.98m);
        Assert.Equal(Given.Euros(999_999_999_989_999.99m), position.Entitlement);
    }

    [Fact]
    public void A_fund_counts_in_one_unit()
    {
        Check.Refuses(given, Places(1, unit: "bed"), 422, "wrong-unit", "unit", "'place'");
        Assert.Equal("place", Assert.IsType<InKindPledged>(Assert.Single(given.Service.Accept(Places(1, unit: "Place")))).Unit);
    }

    [Fact]
    public void A_fund_that_collects_money_alone_takes_no_places() =>
        Check.Refuses(given, Places(1) with { Fund = Given.Fund }, 422, "nothing-in-kind", null);

    [Fact]
    public void An_in_kind_pledge_is_checked_like_any_other()
    {
        Check.Refuses(given, Places(0), 422, "invalid-quantity", "quantity");
        Check.Refuses(given, Places(0.001m), 422, "invalid-quantity", "quantity");
        Check.Refuses(given, Places(1) with { Donor = "FR" }, 422, "unknown-donor", "donor");
        Check.Refuses(given, Places(1) with { Fund = "NOWHERE" }, 404, "not-found", null);
        Check.Refuses(given, Places(1) with { AnnouncedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "announcedOn");
        given.Service.Accept(Places(999_999_999));
        Check.Refuses(given, Places(1, "more"), 422, "beyond-limit", "quantity");
    }
}
