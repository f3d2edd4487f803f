using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Tests.Pledges;

public sealed class AnnouncePledgeTests
{
    readonly Given given = new();

    [Fact]
    public void A_pledge_is_promised_and_nothing_else()
    {
        given.Service.Accept(Given.Announce("p", 157_500_000));

        var pledge = given.Pledge("p");
        Assert.Equal((157_500_000m, 0m, 0m, 0m), (pledge.Pledged, pledge.Certified, pledge.Received, pledge.Allocated));
        Assert.Equal((157_500_000m, 0m), (given.Totals.Pledged, given.Totals.Certified));
    }

    [Fact]
    public void A_pledge_needs_its_fund() =>
        Check.Refuses(given, Given.Announce("p", 1) with { Fund = "NOWHERE" }, 404, "not-found", null);

    [Fact]
    public void A_pledge_needs_a_registered_donor() =>
        Check.Refuses(given, Given.Announce("p", 1, "FR"), 422, "unknown-donor", "donor", "'FR'");

    [Fact]
    public void A_pledge_in_another_currency_than_the_funds_needs_a_rate() => Check.Refuses(
        given, Given.Announce("p", 1) with { Amount = new(1, Currency.Of("NOK")) }, 422, "no-rate", "rate", "between EUR and NOK for 2017-06");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_pledge_is_more_than_nothing(int amount) =>
        Check.Refuses(given, Given.Announce("p", amount), 422, "not-positive", "amount");

    [Theory]
    [InlineData("2026-01-03", "date-in-the-future")]
    [InlineData("1989-12-31", "date-out-of-range")]
    [InlineData("0001-01-01", "date-out-of-range")]
    public void A_slip_in_the_date_is_caught(string day, string code) => Check.Refuses(
        given,
        Given.Announce("p", 1) with { AnnouncedOn = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) },
        422, code, "announcedOn");

    [Fact]
    public void The_same_reference_in_other_letter_case_or_with_blanks_is_the_same()
    {
        given.Service.Accept(Given.Announce("p", 1) with { Reference = "Pl-1" });
        Check.Refuses(given, Given.Announce("q", 1) with { Reference = " PL-1 " }, 409, "reference-taken", "reference", "PL-1");
        given.Service.Accept(Given.Announce("q", 1));
        given.Service.Accept(Given.Announce("r", 1));
        given.Service.Accept(new TrustFund.Pledges.Funds.EstablishFund("EIP", "External Investment Plan", Currency.Euro, 5, null, Given.Day, null));
        given.Service.Accept(Given.Announce("s", 1) with { Fund = "EIP", Reference = "PL-1" });
    }

    [Fact]
    public void Pledges_of_a_fund_stay_below_the_largest_amount()
    {
        given.Service.Accept(Given.Announce("p", 999_999_999_999_999));
        Check.Refuses(given, Given.Announce("q", 1), 422, "beyond-limit", "amount");
        Assert.Null(given.Refused(Given.Announce("q", 0.99m)));
        Assert.Equal(Money.Limit - 0.01m, new PledgeView(given.Pledge("p")).Pledged.Amount + new PledgeView(given.Pledge("q")).Pledged.Amount);
    }
}
