using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;

namespace TrustFund.Pledges.Tests.InKind;

public sealed class ChangeInKindTests
{
    const string Fund = "RESETTLEMENT";

    readonly Given given = new();

    public ChangeInKindTests()
    {
        given.Service.Accept(new EstablishFund(Fund, "Resettlement", Currency.Euro, 5, null, Given.Day, new("place", 50_000, Given.Euros(500_000_000))));
        given.Service.Accept(new PledgeInKind(Fund, "places", "DE", 40_000, "place", Given.Day, null));
    }

    InKindPledgeView View => InKindPledgeView.Of(given.Service.Get<InKindPledge>("places"), given.Service.Get<Fund>(Fund));

    static ChangeInKind Change(decimal more) => new(Fund, "places", more, Given.Day, "The Bundestag decided.");

    static DeliverInKind Deliver(decimal quantity) => new(Fund, "places", quantity, Given.Day, "UNHCR-1");

    [Fact]
    public void Places_are_changed_and_delivered_with_what_they_entitle_to()
    {
        given.Service.Accept(Change(-15_000));
        given.Service.Accept(Change(2_500));
        given.Service.Accept(Deliver(10_000));

        Assert.Equal((27_500m, 10_000m, 17_500m), (View.Quantity, View.Delivered, View.Outstanding));
        Assert.Equal((Given.Euros(275_000_000), Given.Euros(100_000_000)), (View.Entitlement, View.EntitlementDelivered));
        var position = FundView.Of(given.Service.Get<Fund>(Fund), given.Service.Get<FundTotals>(Fund), []).InKind!;
        Assert.Equal((27_500m, 10_000m, Given.Euros(100_000_000)), (position.Pledged, position.Delivered, position.EntitlementDelivered));
        Assert.Equal((0m, 0m), (given.Service.Get<FundTotals>(Fund).Pledged, given.Service.Get<FundTotals>(Fund).Received));
    }

    [Fact]
    public void No_more_is_delivered_than_is_promised_and_no_less_promised_than_is_delivered()
    {
        Check.Refuses(given, Deliver(40_000.01m), 422, "exceeds-pledged", "quantity", "40000 place");
        given.Service.Accept(Deliver(30_000));
        Check.Refuses(given, Change(-10_000.01m), 422, "below-delivered", "by", "30000 place");
        Assert.Null(given.Refused(Change(-10_000)));
        Check.Refuses(given, Deliver(0.01m), 422, "exceeds-pledged", "quantity");
        Check.Refuses(given, Change(0), 422, "invalid-quantity", "by");
        Check.Refuses(given, Change(1) with { PledgeId = "nobody" }, 404, "not-found", null);
        Check.Refuses(given, Deliver(1) with { Fund = Given.Fund }, 404, "not-found", null);
    }
}
