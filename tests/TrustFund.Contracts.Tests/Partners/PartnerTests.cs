using TrustFund.Contracts.Partners;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Tests.Partners;

public sealed class PartnerTests
{
    [Fact]
    public void A_partner_is_registered_once()
    {
        var scene = new Scene();
        scene.Service.Accept(new RegisterPartner("GIZ", "Gesellschaft für Internationale Zusammenarbeit", "DE"));

        var refusal = scene.Service.AssertRefused(new RegisterPartner("GIZ", "Another", null), 409, "partner-exists", "code");

        Assert.Contains("Gesellschaft", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal("DE", scene.Service.Get<Partner>("GIZ").Country);
    }

    [Theory]
    [InlineData("DE", true)]
    [InlineData("de", true)]
    [InlineData("EU", true)]
    [InlineData("XK", true)]
    [InlineData(null, true)]
    [InlineData("UK", false)]
    [InlineData("D", false)]
    [InlineData("", false)]
    public void A_country_is_a_code_of_ISO_3166_or_EU_or_XK(string? country, bool valid) =>
        Assert.Equal(valid, new CountryAttribute().IsValid(country));
}
