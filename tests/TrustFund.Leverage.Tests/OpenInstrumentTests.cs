using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage.Tests;

public class OpenInstrumentTests
{
    [Fact]
    public void A_blending_instrument_is_cash_throughout() => Assert.Equal(
        [new InstrumentOpened("EIP", "BLENDING", "Blending facilities", InstrumentKind.Blending, "BLENDING", 100m, Eip.Established)],
        Eip.Empty().Accept(Eip.Blending));

    [Fact]
    public void A_guarantee_keeps_its_provisioning_rate() => Assert.Equal(
        [new InstrumentOpened("EIP", "GUARANTEE", "EFSD guarantee", InstrumentKind.Guarantee, "GUARANTEE", 50m, Eip.Established)],
        Eip.Empty().Accept(Eip.Guarantee));

    [Fact]
    public void Without_a_window_its_input_is_all_that_the_fund_has_certified()
    {
        var service = Eip.Empty();
        service.Certify(70m, "BLENDING");
        service.Certify(30m);

        service.Accept(Eip.Blending with { Window = null });

        Assert.Equal(Money.Euros(100m), service.Books().Leverage(Basis.Headline).Input);
    }

    [Fact]
    public void Provisioning_is_rounded_half_up_to_the_cent()
    {
        var service = Eip.Empty();
        service.Certify(0.01m, "GUARANTEE");
        service.Accept(Eip.Guarantee);

        Assert.Equal(Money.Euros(0.01m), service.Books().Leverage(Basis.Cash).Input);
    }

    [Fact]
    public void Two_instruments_may_not_claim_the_same_window() =>
        Eip.WithInstruments().AssertRefused(Eip.Guarantee with { Code = "SECOND" }, 409, "input-already-claimed", "window");

    [Fact]
    public void An_instrument_of_a_window_may_not_share_the_whole_funds_input()
    {
        var service = Eip.Empty();
        service.Accept(Eip.Blending with { Window = null });

        service.AssertRefused(Eip.Guarantee, 409, "input-already-claimed", "window");
    }

    [Fact]
    public void An_instrument_of_the_whole_fund_may_not_share_a_windows_input()
    {
        var service = Eip.Empty();
        service.Accept(Eip.Guarantee);

        service.AssertRefused(Eip.Blending with { Window = null }, 409, "input-already-claimed", "window");
    }

    [Fact]
    public void A_code_is_taken_once_in_a_fund()
    {
        var service = Eip.Empty();
        service.Accept(Eip.Guarantee);

        service.AssertRefused(Eip.Blending with { Code = "GUARANTEE" }, 409, "instrument-exists", "code");
    }

    [Fact]
    public void A_fund_that_nobody_established_has_no_instruments() =>
        Eip.Empty().AssertRefused(Eip.Blending with { Fund = "NOWHERE" }, 404, "not-found", "fund");

    [Fact]
    public void A_window_must_be_one_of_the_funds() =>
        Eip.Empty().AssertRefused(Eip.Blending with { Window = "SLC" }, 422, "unknown-window", "window");

    [Fact]
    public void A_guarantee_without_a_rate_is_refused() =>
        Eip.Empty().AssertRefused(Eip.Guarantee with { ProvisioningPercent = null }, 422, "provisioning-missing", "provisioningPercent");

    [Fact]
    public void Blending_at_less_than_all_cash_is_refused() =>
        Eip.Empty().AssertRefused(Eip.Blending with { ProvisioningPercent = 50m }, 422, "blending-is-cash", "provisioningPercent");

    [Theory]
    [InlineData("0")]
    [InlineData("-50")]
    [InlineData("100.0001")]
    public void A_rate_is_above_nothing_and_at_most_all(string percent) => Eip.Empty().AssertRefused(
        Eip.Guarantee with { ProvisioningPercent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) },
        422,
        "provisioning-out-of-range",
        "provisioningPercent");

    [Fact]
    public void A_rate_has_four_decimals_at_most() =>
        Eip.Empty().AssertRefused(Eip.Guarantee with { ProvisioningPercent = 33.33333m }, 422, "provisioning-too-precise", "provisioningPercent");

    [Fact]
    public void An_instrument_is_not_older_than_its_fund() =>
        Eip.Empty().AssertRefused(Eip.Blending with { OpenedOn = Eip.Established.AddDays(-1) }, 422, "date-out-of-order", "openedOn");

    [Fact]
    public void An_instrument_is_not_opened_in_the_future() =>
        Eip.Empty().AssertRefused(Eip.Blending with { OpenedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "openedOn");

    [Fact]
    public void A_date_of_another_age_is_a_slip() =>
        Eip.Empty().AssertRefused(Eip.Blending with { OpenedOn = new(217, 9, 28) }, 422, "date-out-of-range", "openedOn");
}
