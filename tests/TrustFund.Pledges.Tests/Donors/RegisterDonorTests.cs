using TrustFund.Pledges.Donors;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Tests.Donors;

public sealed class RegisterDonorTests
{
    readonly Given given = new();

    [Theory]
    [InlineData(DonorKind.EuInstitution, "eu-institution")]
    [InlineData(DonorKind.MemberState, "member-state")]
    [InlineData(DonorKind.ThirdDonor, "third-donor")]
    [InlineData(DonorKind.Other, "other")]
    public void A_donor_is_registered_with_its_kind(DonorKind kind, string onTheWire)
    {
        var facts = given.Service.Accept(new RegisterDonor("X1", "A donor", kind, null));

        Assert.Equal(onTheWire, Assert.IsType<Events.Pledges.V1.DonorRegistered>(Assert.Single(facts)).Kind);
        Assert.Equal(kind, given.Service.Get<Donor>("X1").Kind);
    }

    [Fact]
    public void A_donor_code_is_given_once() =>
        Check.Refuses(given, new RegisterDonor("DE", "Deutschland", DonorKind.MemberState, "DE"), 409, "already-exists", "code", "Germany");

    [Theory]
    [InlineData("UK")]
    [InlineData("XX")]
    public void A_country_is_one_of_iso_3166(string country) =>
        Check.Refuses(given, new RegisterDonor("X2", "A donor", DonorKind.Other, country), 422, "unknown-country", "country");

    [Theory]
    [InlineData("EU")]
    [InlineData("XK")]
    [InlineData("NO")]
    [InlineData("CH")]
    public void The_Union_and_Kosovo_count_as_countries(string country) =>
        Assert.Null(given.Refused(new RegisterDonor("X3", "A donor", DonorKind.Other, country)));

    [Fact]
    public void The_list_of_countries_is_whole() => Assert.Equal(249 + 2, Countries.Count);
}
