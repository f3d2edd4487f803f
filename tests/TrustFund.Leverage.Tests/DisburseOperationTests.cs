namespace TrustFund.Leverage.Tests;

public class DisburseOperationTests
{
    static readonly DisburseOperation Rest = Solar.FirstPart with
    {
        DisbursementId = "solar-part-2",
        Amounts = [Solar.Of("BLENDING", 50_000_000m), Solar.Of("GUARANTEE", 100_000_000m)],
        Financiers = [new("EIB", Money.Euros(200_000_000m)), new("BANQUE DE L'ATLAS", Money.Euros(250_000_000m))],
        DisbursedOn = new(2018, 8, 1),
    };

    [Fact]
    public void Parts_add_up_to_what_was_signed_and_never_to_more()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart);
        Assert.Equal(Solar.Millions(1000, 900, 400), service.Three());

        service.Accept(Rest);

        Assert.Equal(Solar.Millions(1000, 900, 900), service.Three());
        service.AssertRefused(Rest with { DisbursementId = "more", Amounts = [], Financiers = [new("EIB", Money.Euros(0.01m))] }, 422, "exceeds-signed", "financiers[0].amount");
        service.AssertRefused(Rest with { DisbursementId = "more", Amounts = [Solar.Of("GUARANTEE", 0.01m)], Financiers = [] }, 422, "exceeds-signed", "amounts[0].amount");
    }

    [Fact]
    public void A_financiers_money_is_public_or_private_as_it_signed()
    {
        var disbursed = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart).Mobilisation().Disbursed;

        Assert.Equal((Money.Euros(100_000_000m), Money.Euros(250_000_000m), Money.Euros(50_000_000m)), (disbursed.Public, disbursed.Private, disbursed.Grants));
    }

    [Fact]
    public void Cover_that_takes_effect_is_no_investment()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed);

        service.Accept(Solar.FirstPart with { Amounts = [Solar.Of("GUARANTEE", 200_000_000m)], Financiers = [] });

        Assert.Equal(Money.Euros(0m), service.Mobilisation().Disbursed.Investment);
        Assert.Equal(Money.Euros(200_000_000m), service.Books().InstrumentViews()[1].DisbursedAmount);
    }

    [Fact]
    public void What_is_only_expected_cannot_be_disbursed() =>
        Solar.After(Solar.Expected).AssertRefused(Solar.FirstPart, 409, "not-signed", "operation");

    [Fact]
    public void Who_has_not_signed_pays_nothing_in() => Solar.After(Solar.Expected, Solar.Signed).AssertRefused(
        Solar.FirstPart with { Financiers = [new("EIB", Money.Euros(1m)), new("KfW", Money.Euros(1m))] }, 422, "financier-not-of-operation", "financiers[1].financier");

    [Fact]
    public void A_financier_is_named_once_in_a_part() => Solar.After(Solar.Expected, Solar.Signed).AssertRefused(
        Solar.FirstPart with { Financiers = [new("EIB", Money.Euros(200_000_000m)), new("eib", Money.Euros(200_000_000m))] }, 422, "financier-repeated", "financiers[1].financier");

    [Fact]
    public void A_part_is_a_part_of_something() => Solar.After(Solar.Expected, Solar.Signed).AssertRefused(
        Solar.FirstPart with { Financiers = [], Amounts = [] }, 422, "nothing-disbursed", "financiers");

    [Fact]
    public void Nothing_is_disbursed_before_it_is_signed() => Solar.After(Solar.Expected, Solar.Signed).AssertRefused(
        Solar.FirstPart with { DisbursedOn = Solar.SignedOn.AddDays(-1) }, 422, "date-out-of-order", "disbursedOn");
}
