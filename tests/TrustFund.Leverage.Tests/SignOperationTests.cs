using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage.Tests;

public class SignOperationTests
{
    [Fact]
    public void A_signature_says_who_signed_for_what_and_what_that_invests() => Assert.Equivalent(
        new OperationSigned("EIP", "solar", "solar-signature", Solar.Amounts, Solar.Financiers, Money.Euros(900_000_000m), Solar.SignedOn, "EIP-2018-1"),
        Assert.Single(Solar.After(Solar.Expected).Accept(Solar.Signed)),
        strict: true);

    [Fact]
    public void What_was_expected_stays_what_it_was() =>
        Assert.Equal(Solar.Millions(1000, 900, 0), Solar.After(Solar.Expected, Solar.Signed).Three());

    [Fact]
    public void It_takes_of_its_instruments_what_it_signs_for()
    {
        var instruments = Solar.After(Solar.Expected, Solar.Signed).Books().InstrumentViews();

        Assert.Equal(
            [(Money.Euros(100_000_000m), Money.Euros(2_500_000_000m)), (Money.Euros(200_000_000m), Money.Euros(1_300_000_000m))],
            instruments.Select(instrument => (instrument.SignedAmount, instrument.Free)));
    }

    [Fact]
    public void No_instrument_backs_more_than_its_face()
    {
        var service = Solar.After(Solar.Expected, Solar.Wind, Solar.Signed);

        service.AssertRefused(Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 2_500_000_000.01m)] }, 422, "instrument-exhausted", "amounts");
        service.Accept(Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 2_500_000_000m)] });
    }

    [Fact]
    public void A_reduction_below_what_is_signed_books_and_blocks_further_signatures()
    {
        var service = Solar.After(Solar.Expected, Solar.Wind, Solar.Signed);

        service.Reduce(2_550_000_000m, "BLENDING");

        Assert.Equal(Money.Euros(-50_000_000m), service.Books().InstrumentViews()[0].Free);
        service.AssertRefused(Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 0.01m)] }, 422, "instrument-exhausted", "amounts");
    }

    [Fact]
    public void It_is_signed_once() =>
        Solar.After(Solar.Expected, Solar.Signed).AssertRefused(Solar.Signed with { SignatureId = "again" }, 409, "already-signed", "operation");

    [Fact]
    public void What_is_not_recorded_cannot_be_signed() =>
        Eip.Published().AssertRefused(Solar.Signed, 404, "not-found", "operation");

    [Fact]
    public void Another_funds_operation_is_not_this_funds() =>
        Solar.After(Solar.Expected).AssertRefused(Solar.Signed with { Fund = "EUTF-AFRICA" }, 404, "not-found", "operation");

    [Fact]
    public void Every_instrument_of_the_operation_says_its_amount() =>
        Solar.After(Solar.Expected).AssertRefused(Solar.Signed with { Amounts = [Solar.Of("BLENDING", 1m)] }, 422, "amount-missing", "amounts");

    [Fact]
    public void Only_instruments_of_the_operation_do() => Solar.After(Solar.Wind).AssertRefused(
        Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 1m), Solar.Of("GUARANTEE", 1m)] }, 422, "instrument-not-of-operation", "amounts[1].instrument");

    [Fact]
    public void Each_of_them_once() => Solar.After(Solar.Expected).AssertRefused(
        Solar.Signed with { Amounts = [.. Solar.Amounts, Solar.Of("GUARANTEE", 1m)] }, 422, "instrument-repeated", "amounts[2].instrument");

    [Fact]
    public void A_financier_signs_once_in_whatever_spelling() => Solar.After(Solar.Expected).AssertRefused(
        Solar.Signed with { Financiers = [.. Solar.Financiers, new("eib", FinancierKind.Private, Money.Euros(1m))] }, 422, "financier-repeated", "financiers[2].financier");

    [Theory]
    [InlineData("EIP")]
    [InlineData("External  Investment plan")]
    public void The_fund_is_no_financier_of_what_it_mobilises(string financier) => Solar.After(Solar.Expected).AssertRefused(
        Solar.Signed with { Financiers = [new(financier, FinancierKind.Public, Money.Euros(1m))] }, 422, "own-money", "financiers[0].financier");

    [Fact]
    public void Somebody_signs_it() =>
        Solar.After(Solar.Expected).AssertRefused(Solar.Signed with { Financiers = [] }, 422, "no-financier", "financiers");

    [Fact]
    public void A_financiers_amount_is_in_the_currency_of_the_books() => Solar.After(Solar.Expected).AssertRefused(
        Solar.Signed with { Financiers = [new("EIB", FinancierKind.Public, new(1m, Currency.Of("XOF")))] }, 422, "wrong-currency", "financiers[0].amount");

    [Fact]
    public void An_instruments_amount_is_above_zero() => Solar.After(Solar.Wind).AssertRefused(
        Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 0m)] }, 422, "not-positive", "amounts[0].amount");

    [Fact]
    public void It_is_not_signed_before_the_date_it_belongs_to() =>
        Solar.After(Solar.Expected).AssertRefused(Solar.Signed with { SignedOn = new(2018, 1, 14) }, 422, "date-out-of-order", "signedOn");

    [Fact]
    public void It_is_not_signed_tomorrow() =>
        Solar.After(Solar.Expected).AssertRefused(Solar.Signed with { SignedOn = new(2027, 1, 1) }, 422, "date-in-the-future", "signedOn");

    [Fact]
    public void What_the_books_cannot_hold_is_refused() => Solar.After(Solar.Expected).AssertRefused(
        Solar.Signed with { Financiers = [new("A", FinancierKind.Public, Money.Euros(999_999_999_999_999m)), new("B", FinancierKind.Public, Money.Euros(999_999_999_999_999m))] },
        422, "beyond-limit", "financiers");
}
