using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Donors;

namespace TrustFund.Pledges.Tests.Donors;

public sealed class ChangeDonorKindTests
{
    static readonly DateOnly Brexit = new(2020, 2, 1);

    readonly Given given = new();

    public ChangeDonorKindTests() => given.Service.Accept(new RegisterDonor("UK", "United Kingdom", DonorKind.MemberState, "GB"));

    static ChangeDonorKind Leaves(DateOnly on, DonorKind kind = DonorKind.ThirdDonor) => new("UK", kind, on, "It left the Union.");

    [Fact]
    public void The_UK_changes_from_Member_State_to_third_donor_on_a_date()
    {
        var fact = Assert.IsType<DonorKindChanged>(Assert.Single(given.Service.Accept(Leaves(Brexit))));

        Assert.Equal(("UK", "third-donor", Brexit), (fact.Donor, fact.Kind, fact.EffectiveOn));
        var donor = given.Service.Get<Donor>("UK");
        Assert.Equal((DonorKind.MemberState, DonorKind.ThirdDonor), (donor.KindOn(new(2020, 1, 31)), donor.KindOn(Brexit)));
        Assert.Equal(DonorKind.MemberState, DonorView.Of(donor, new(2019, 12, 31)).Kind);
    }

    [Fact]
    public void A_change_may_lie_ahead_but_changes_follow_one_another()
    {
        given.Service.Accept(Leaves(new(2027, 1, 1)));
        Check.Refuses(given, Leaves(new(2027, 1, 1), DonorKind.Other), 422, "date-out-of-order", "effectiveOn", "2027-01-01");
        Assert.Null(given.Refused(Leaves(new(2028, 1, 1), DonorKind.MemberState)));
    }

    [Fact]
    public void A_change_changes_something()
    {
        Check.Refuses(given, Leaves(Brexit, DonorKind.MemberState), 422, "same-kind", "kind");
        Check.Refuses(given, Leaves(Brexit) with { Donor = "XX" }, 404, "not-found", null);
    }
}
