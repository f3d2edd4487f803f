using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;

namespace TrustFund.Pledges.Tests.Funds;

public sealed class EstablishFundTests
{
    readonly Given given = new();

    static EstablishFund Eip(string code = "EIP") =>
        new(code, "External Investment Plan", Currency.Euro, 5, null, new DateOnly(2017, 9, 26), null);

    [Fact]
    public void A_fund_is_established_with_its_own_rules()
    {
        var facts = given.Service.Accept(Eip() with { ManagementCostCapPercent = 4.25m, ContractingDeadline = new(2020, 12, 31) });

        var fact = Assert.IsType<FundEstablished>(Assert.Single(facts));
        Assert.Equal(("EIP", "EUR", 4.25m, new DateOnly(2020, 12, 31)), (fact.Fund, fact.Currency, fact.ManagementCostCapPercent, fact.ContractingDeadline));
        Assert.Equal(4.25m, given.Service.Get<Fund>("EIP").ManagementCostCapPercent);
        Assert.Equal(0, given.Service.Get<FundTotals>("EIP").Pledged);
    }

    [Fact]
    public void A_code_is_given_once() =>
        Check.Refuses(given, Eip(Given.Fund), 409, "already-exists", "code", "EU Emergency Trust Fund for Africa");

    [Theory]
    [InlineData("PLATFORM")]
    [InlineData("CROSS-WINDOW")]
    public void Reserved_codes_are_refused(string code) => Check.Refuses(given, Eip(code), 422, "reserved-code", "code");

    [Theory]
    [InlineData("-0.01")]
    [InlineData("100.01")]
    [InlineData("5.125")]
    public void A_management_cost_cap_is_a_percentage_with_two_decimals(string percent) => Check.Refuses(
        given,
        Eip() with { ManagementCostCapPercent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) },
        422, "invalid-percentage", "managementCostCapPercent");

    [Fact]
    public void A_deadline_before_the_establishment_is_refused() => Check.Refuses(
        given, Eip() with { ContractingDeadline = new(2017, 9, 25) }, 422, "date-out-of-order", "contractingDeadline", "2017-09-26");

    [Fact]
    public void A_fund_is_not_established_in_the_future() => Check.Refuses(
        given, Eip() with { EstablishedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "establishedOn");

    [Fact]
    public void What_is_set_aside_in_kind_is_in_the_funds_currency() => Check.Refuses(
        given,
        Eip() with { InKind = new("place", 50_000, new(500_000_000, Currency.Of("NOK"))) },
        422, "wrong-currency", "inKind.setAside");

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000_000)]
    public void A_target_in_kind_is_a_countable_quantity(int target) => Check.Refuses(
        given, Eip() with { InKind = new("place", target, Given.Euros(1)) }, 422, "invalid-quantity", "inKind.target");
}
