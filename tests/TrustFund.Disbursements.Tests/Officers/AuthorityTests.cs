using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Officers;

/// <summary>It is the first of January 2026 in these tests.</summary>
public sealed class AuthorityTests
{
    static readonly DateOnly Today = new(2026, 1, 1);

    static SetBands Bands(DateOnly from, params BandBody[] bands) => new(Fund, new(from, bands));

    static SetBands UpToAThousand => Bands(new(2018, 1, 1), new(Money.Euros(1_000), []), new(null, ["augusta"]));

    static DelegateAuthority Delegation(string to, DateOnly starts, DateOnly ends, decimal? upTo = null) =>
        new(Fund, "d1", new(to, starts, ends, upTo is { } limit ? Money.Euros(limit) : null));

    [Fact]
    public void An_amount_falls_into_the_first_band_that_reaches_it()
    {
        var given = AFund(10_000, 10_000).Accepted(UpToAThousand, "adam").Verified(1_000, "p1").Verified(1_000.01m, "p2");

        given.Accepted(Authorise("p1"), Arthur);
        var refusal = given.Refused(Authorise("p2"), Arthur, 403, "no-authority", null);
        given.Accepted(Authorise("p2"), "augusta");

        Assert.Equal("1000.01 EUR is in the band without a limit, which neither names you nor anybody whose delegate you are today.", refusal.Detail);
    }

    [Fact]
    public void A_delegate_acts_within_the_band_of_who_delegated_and_between_the_two_days()
    {
        var given = AFund(10_000, 10_000).Accepted(UpToAThousand, "adam").Accepted(Delegation(Arthur, Today, Today), "augusta").Verified(5_000);

        var facts = given.Service.Accept(Authorise(), Arthur);

        Assert.Equal([new PaymentAuthorised(Fund, Payment, ContractId, Money.Euros(5_000), "augusta")], facts);
        Assert.Equal((Arthur, "augusta"), (given.ThePayment().AuthorisedBy, given.ThePayment().AuthorisedFor));
    }

    [Theory]
    [InlineData(1, 5, null)]
    [InlineData(-5, -1, null)]
    [InlineData(-5, 5, 4_999)]
    public void Before_after_and_above_it_there_is_no_authority(int starts, int ends, int? upTo)
    {
        var given = AFund(10_000, 10_000).Accepted(UpToAThousand, "adam").Accepted(Delegation(Arthur, Today.AddDays(starts), Today.AddDays(ends), upTo), "augusta").Verified(5_000);

        given.Refused(Authorise(), Arthur, 403, "no-authority", null);
    }

    [Fact]
    public void What_was_delegated_cannot_be_passed_on()
    {
        var given = AFund(10_000, 10_000).Accepted(UpToAThousand, "adam").Accepted(Delegation(Arthur, Today, Today), "augusta")
            .Accepted(Delegation("anna", Today, Today) with { DelegationId = "d2" }, Arthur).Verified(5_000);

        given.Refused(Authorise(), "anna", 403, "no-authority", null);
    }

    [Fact]
    public void Four_eyes_hold_for_who_delegated_too()
    {
        var given = AFund(10_000, 10_000).Accepted(UpToAThousand, "adam").Accepted(Delegation(Arthur, Today, Today), "augusta");
        given.Accepted(Request(5_000, "p1"), "augusta").Accepted(Verify("p1"), Vera);
        given.Accepted(Request(4_000, "p2"), Arthur).Accepted(Verify("p2"), Vera);

        given.Refused(Authorise("p1"), Arthur, 403, "four-eyes", null);
        given.Refused(Authorise("p2"), Arthur, 403, "four-eyes", null);
    }

    [Fact]
    public void A_revoked_delegation_holds_no_more()
    {
        var given = AFund(10_000, 10_000).Accepted(UpToAThousand, "adam").Accepted(Delegation(Arthur, Today, Today), "augusta").Verified(5_000);

        given.Refused(new RevokeDelegation(Fund, "d1", "Back.", MayRevokeAny: false), Arthur, 403, "not-your-delegation", null);
        given.Accepted(new RevokeDelegation(Fund, "d1", "Back.", MayRevokeAny: false), "augusta");

        given.Refused(Authorise(), Arthur, 403, "no-authority", null);
        given.Refused(new RevokeDelegation(Fund, "d1", "Again.", MayRevokeAny: true), "adam", 409, "already-revoked", null);
        given.Refused(new RevokeDelegation(Fund, "d9", "What?", MayRevokeAny: true), "adam", 404, "not-found", "id");
    }

    [Fact]
    public void Bands_hold_from_their_day_on()
    {
        var given = AFund(10_000, 10_000).Accepted(Bands(Today.AddDays(1), new BandBody(null, ["augusta"])), "adam").Authorised(100, "p1");

        Assert.Empty(given.Service.Get<FundTerms>(Fund).BandsOn(Today));
        Assert.Equal(["augusta"], given.Service.Get<FundTerms>(Fund).BandsOn(Today.AddDays(1))[0].Officers);
    }

    [Fact]
    public void Bands_must_ascend_to_one_without_a_limit_in_the_funds_currency()
    {
        var given = AFund(0, 500);
        var any = Array.Empty<string>();

        given.Refused(Bands(Today, new BandBody(Money.Euros(100), any)), "adam", 422, "bands-not-ascending", "bands[0].upTo");
        given.Refused(Bands(Today, new BandBody(Money.Euros(100), any), new BandBody(Money.Euros(100), any), new BandBody(null, any)), "adam", 422, "bands-not-ascending", "bands[1].upTo");
        given.Refused(Bands(Today, new BandBody(null, any), new BandBody(null, any)), "adam", 422, "bands-not-ascending", "bands[0].upTo");
        given.Refused(Bands(Today, new BandBody(new(100, Currency.Of("XOF")), any), new BandBody(null, any)), "adam", 422, "wrong-currency", "bands[0].upTo");
        given.Refused(Bands(Today, new BandBody(null, [""])), "adam", 422, "no-officer", "bands[0].officers");
        given.Refused(Bands(Today, new BandBody(null, any)) with { Fund = "NONE" }, "adam", 404, "not-found", "fund");
    }

    [Fact]
    public void A_delegation_is_to_somebody_else_and_ends_after_it_starts()
    {
        var given = AFund(0, 500);

        given.Refused(Delegation(Arthur, Today, Today), Arthur, 422, "delegates-to-self", "to");
        given.Refused(Delegation("anna", Today, Today.AddDays(-1)), Arthur, 422, "ends-before-start", "endsOn");
        given.Refused(new DelegateAuthority(Fund, "d1", new("anna", Today, Today, new(1, Currency.Of("XOF")))), Arthur, 422, "wrong-currency", "upTo");
    }
}
