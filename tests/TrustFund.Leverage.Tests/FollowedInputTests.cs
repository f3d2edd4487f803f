using TrustFund.Events;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Leverage.Tests;

public class FollowedInputTests
{
    [Fact]
    public void A_certificate_raises_the_input_of_the_instrument_of_its_window()
    {
        var service = Eip.Published();

        service.Certify(900_000_000m, "BLENDING");

        var leverage = service.Books().Leverage(Basis.Headline);
        Assert.Equal(Money.Euros(5_000_000_000m), leverage.Input);
        Assert.Equal(8.8m, leverage.Ratio);
    }

    [Fact]
    public void A_completed_reduction_lowers_it()
    {
        var service = Eip.Published();

        service.Reduce(500_000_000m, "GUARANTEE");

        Assert.Equal(Money.Euros(3_600_000_000m), service.Books().Leverage(Basis.Headline).Input);
        Assert.Equal(Money.Euros(3_100_000_000m), service.Books().Leverage(Basis.Cash).Input);
    }

    [Fact]
    public void A_certificate_may_be_earmarked_to_several_windows_and_leave_a_rest_to_the_pool()
    {
        var service = Eip.WithInstruments();

        service.Follow("pledges", new PledgeCertified(
            Eip.Fund, "p", "c", "DE", Money.Euros(100m),
            [new WindowAmount("BLENDING", Money.Euros(20m)), new WindowAmount("GUARANTEE", Money.Euros(30m))], [], Eip.Established));

        var leverage = service.Books().Leverage(Basis.Headline);
        Assert.Equal(Money.Euros(4_100_000_050m), leverage.Input);
        Assert.Equal(Money.Euros(4_100_000_100m), leverage.Certified);
        Assert.Equal(Money.Euros(50m), leverage.Unclaimed);
    }

    [Fact]
    public void A_receipt_at_another_rate_trues_the_input_up_and_its_reversal_takes_that_back()
    {
        var service = Eip.Published();
        var realised = new ExchangeDifferenceRealised(
            Eip.Fund, "p", "r", "NO", Money.Euros(-150m), [new("GUARANTEE", Money.Euros(-100m))], Eip.Established);

        service.Follow("pledges", realised);

        var leverage = service.Books().Leverage(Basis.Headline);
        Assert.Equal((Money.Euros(4_099_999_900m), Money.Euros(4_099_999_850m)), (leverage.Input, leverage.Certified));
        service.Follow("pledges", realised with { Difference = Money.Euros(150m), Earmarked = [new("GUARANTEE", Money.Euros(100m))], Reversal = true });
        Assert.Equal(Money.Euros(4_100_000_000m), service.Books().Leverage(Basis.Headline).Certified);
    }

    [Fact]
    public void A_refund_takes_back_what_was_certified_and_not_what_waited_unallocated()
    {
        var service = Eip.Published();

        service.Follow("pledges", new RefundCompleted(
            Eip.Fund, "q", "p", "DE", Money.Euros(150m), Money.Euros(50m), Money.Euros(100m), "BLENDING", Eip.Established, "BANK-1"));

        var leverage = service.Books().Leverage(Basis.Headline);
        Assert.Equal((Money.Euros(4_099_999_900m), Money.Euros(4_099_999_900m)), (leverage.Input, leverage.Certified));
        service.Follow("pledges", new RefundCompleted(
            Eip.Fund, "q2", "p", "DE", Money.Euros(50m), Money.Euros(50m), Money.Euros(0m), null, Eip.Established, "BANK-2"));
        Assert.Equal(Money.Euros(4_099_999_900m), service.Books().Leverage(Basis.Headline).Certified);
    }

    [Fact]
    public void A_pledge_that_is_only_announced_is_no_input()
    {
        var service = Eip.Published();

        service.Follow("pledges", new PledgeAnnounced(Eip.Fund, "p", "DE", Money.Euros(1m), Eip.Established, null));

        Assert.Equal(Money.Euros(4_100_000_000m), service.Books().Leverage(Basis.Headline).Input);
    }

    [Fact]
    public void Another_funds_certificates_are_another_funds_input()
    {
        var service = Eip.Published();
        service.Follow("pledges", new FundEstablished("EUTF-AFRICA", "Trust fund for Africa", "EUR", 5m, null, Eip.Established, null));

        service.Certify(3_388_600_000m, fund: "EUTF-AFRICA");

        Assert.Equal(Money.Euros(4_100_000_000m), service.Books().Leverage(Basis.Headline).Certified);
    }

    [Fact]
    public void A_certificate_in_another_currency_than_the_books_cannot_be_counted() =>
        Assert.Throws<InvalidOperationException>(() => Eip.Empty().Follow("pledges", new PledgeCertified(
            Eip.Fund, "p", "c", "NO", new(100m, Currency.Of("NOK")), [], [], Eip.Established)));
}
