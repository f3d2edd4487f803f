namespace TrustFund.Leverage.Tests;

public class SetMobilisationTargetTests
{
    [Fact]
    public void A_later_target_takes_the_place_of_the_one_before_and_the_journal_keeps_both()
    {
        var service = Eip.Published();

        service.Accept(Eip.Target with { Amount = Money.Euros(47_000_000_000m), Qualifier = Qualifier.Over, SetOn = new(2019, 11, 5) });

        var leverage = service.Books().Leverage(Basis.Headline);
        Assert.Equal((Money.Euros(47_000_000_000m), Qualifier.Over), (leverage.Mobilised!.Amount, leverage.Mobilised.Qualifier));
        Assert.Equal(11.4634m, leverage.Ratio);
        Assert.Equal(2, service.Journal.Count(recorded => recorded.Event is Events.Leverage.V1.MobilisationTargetSet));
    }

    [Fact]
    public void To_set_what_is_set_already_is_no_new_fact() => Assert.Empty(Eip.Published().Accept(Eip.Target));

    [Fact]
    public void An_older_target_cannot_replace_a_newer_one() =>
        Eip.Published().AssertRefused(Eip.Target with { SetOn = Eip.Established.AddDays(-1) }, 422, "target-superseded", "setOn");

    [Fact]
    public void A_target_is_set_in_the_currency_of_the_books() =>
        Eip.Empty().AssertRefused(Eip.Target with { Amount = new(44_000m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");

    [Theory]
    [InlineData(0)]
    [InlineData(-0.01)]
    public void A_target_is_above_zero(decimal amount) =>
        Eip.Empty().AssertRefused(Eip.Target with { Amount = Money.Euros(amount) }, 422, "not-positive", "amount");

    [Fact]
    public void A_target_needs_its_fund() =>
        Eip.Empty().AssertRefused(Eip.Target with { Fund = "NOWHERE" }, 404, "not-found", "fund");

    [Fact]
    public void A_target_was_not_published_tomorrow() =>
        Eip.Empty().AssertRefused(Eip.Target with { SetOn = new(2027, 1, 1) }, 422, "date-in-the-future", "setOn");
}
