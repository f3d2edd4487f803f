using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Sources;

/// <summary>The contract is reported under window SLC.</summary>
public sealed class AttributionTests
{
    static string Attributed(Given given, decimal amount, string payment = Payment) =>
        Text(given.Authorised(amount, payment).Service.Accept(Execute(payment, $"SEPA-{payment}"), Fiona).OfType<PaymentExecuted>().Single().Attribution);

    [Fact]
    public void Earmarks_of_the_window_are_used_first_then_what_is_pooled_then_what_is_earmarked_to_others()
    {
        var given = AFundOf(1_000, ("DE", null, 300), ("IT", null, 100), ("PT", "SLC", 30), ("SI", "SLC", 10), ("RO", "HOA", 200));

        Assert.Equal("PT/SLC 15.00; SI/SLC 5.00", Attributed(given, 20, "p1"));
        Assert.Equal("PT/SLC 15.00; SI/SLC 5.00; DE 60.00; IT 20.00", Attributed(given, 100, "p2"));
        Assert.Equal("DE 240.00; IT 80.00; RO/HOA 30.00", Attributed(given, 350, "p3"));
    }

    [Fact]
    public void A_cross_window_payment_uses_what_is_pooled_first()
    {
        var given = AFundOf(1_000, ("DE", null, 100), ("PT", "SLC", 30), ("RO", "HOA", 60));
        const string cross = "0199a000-0000-7000-8000-000000000009";
        given.Service.Follow("contracts", Signature(1_000, cross) with { Window = null });
        given.Accepted(Request(130) with { ContractId = cross }, Fiona).Accepted(Verify(), Vera).Accepted(Authorise(), Arthur);

        Assert.Equal("DE 100.00; RO/HOA 20.00; PT/SLC 10.00", Text(given.Service.Accept(Execute(), Fiona).OfType<PaymentExecuted>().Single().Attribution));
    }

    [Fact]
    public void Parts_are_found_by_largest_remainder_and_add_up_to_the_cent()
    {
        var given = AFundOf(1_000, ("AT", null, 1), ("BE", null, 1), ("CZ", null, 1));

        Assert.Equal("AT 0.34; BE 0.33; CZ 0.33", Attributed(given, 1, "p1"));
        Assert.Equal("AT 0.33; BE 0.34; CZ 0.33", Attributed(given, 1, "p2"));
        Assert.Equal("AT 0.33; BE 0.33; CZ 0.34", Attributed(given, 1, "p3"));
    }

    [Fact]
    public void The_funds_interest_pays_as_a_donor_does_and_negative_interest_takes_cash_away()
    {
        var given = AFundOf(1_000, ("DE", null, 90));
        given.Service.Follow("pledges", new InterestBooked(Fund, "i1", Money.Euros(10), false, new(2018, 1, 31), "INT-1", null));
        Assert.Equal("DE 45.00; FUND-INTEREST 5.00", Attributed(given, 50, "p1"));

        given.Service.Follow("pledges", new InterestBooked(Fund, "i2", Money.Euros(-60), false, new(2018, 2, 28), "INT-2", null));

        Assert.Equal((-50m, -10m), (given.Cash.Interest, given.Cash.Available().Amount));
        given.Verified(1, "p2").Refused(Authorise("p2"), Arthur, 422, "insufficient-cash", "amount");
        given.Service.Follow("pledges", new InterestReversed(Fund, "i2", Money.Euros(-60), false, new(2018, 3, 1), "The bank's error."));
        Assert.Equal(50m, given.Cash.Available().Amount);
    }

    [Fact]
    public void A_reversed_receipt_that_was_spent_makes_cash_negative_and_blocks_authorisation_and_execution()
    {
        var given = AFundOf(1_000, ("DE", null, 100)).Executed(80, "p1").Authorised(20, "p2").Reversed("DE", 100);

        Assert.Equal((-80m, -100m), (given.Cash.Balance().Amount, given.Cash.Available().Amount));
        given.Refused(Execute("p2", "SEPA-2"), Fiona, 422, "insufficient-cash", "amount");
        given.Verified(0.01m, "p3").Refused(Authorise("p3"), Arthur, 422, "insufficient-cash", "amount");
        given.Brought("IT", null, 100);
        Assert.Equal("IT 20.00", Text(given.Service.Accept(Execute("p2", "SEPA-2"), Fiona).OfType<PaymentExecuted>().Single().Attribution));
    }

    [Fact]
    public void What_was_attributed_stays_frozen_when_more_donors_come()
    {
        var given = AFundOf(1_000, ("DE", null, 100)).Executed(100).Brought("IT", null, 900);

        Assert.Equal("DE 100.00", Text(given.ThePayment().Attribution));
    }

    [Fact]
    public void A_recovery_goes_back_in_the_proportions_of_the_payments()
    {
        var given = AFundOf(1_000, ("DE", null, 300), ("IT", null, 100)).Executed(200).Accepted(Establish(100), Fiona);

        var cashed = Assert.IsType<RecoveryCashed>(Assert.Single(given.Service.Accept(Cashed(10.01m), Fiona)));

        Assert.Equal("DE 7.51; IT 2.50", Text(cashed.Attribution));
        Assert.Equal((142.49m, 47.50m), (given.Sources.Pots[0].Used, given.Sources.Pots[1].Used));
    }

    [Fact]
    public void What_no_donors_money_covered_is_restored_first()
    {
        var given = AFundOf(1_000, ("DE", null, 60));
        given.Accepted(new Disbursements.Payments.ImportPayment(Fund, ContractId, "h", Disbursements.Payments.PaymentKind.Interim, Money.Euros(100), PaidOn, "H-1"), Fiona)
            .Accepted(Establish(50), Fiona);

        var cashed = Assert.IsType<RecoveryCashed>(Assert.Single(given.Service.Accept(Cashed(50), Fiona)));

        Assert.Equal("UNATTRIBUTED 40.00; DE 10.00", Text(cashed.Attribution));
        Assert.Equal((0m, 10m), (given.Sources.Unattributed, given.Cash.Balance().Amount));
    }

    [Fact]
    public void A_payment_of_before_attribution_was_kept_is_nobodys()
    {
        var given = AFundOf(1_000, ("DE", null, 60)).Authorised(50);
        var old = new PaymentExecuted(Fund, Payment, ContractId, "IOM", "SLC", Money.Euros(50), PaidOn, "SEPA-1");
        var states = Journal.States.Everything();
        var evolution = new DisbursementsEvolution();
        foreach (var state in given.Service.All)
            states.Load(new(state.GetType(), state.Id), state);

        evolution.Apply(states, new("disbursements", 99, DateTimeOffset.UnixEpoch, Fiona, null, old));

        Assert.Equal(50m, states.Get<Disbursements.Sources.FundSources>(Fund).Unattributed);
        Assert.Equal("UNATTRIBUTED 50.00", Text(states.Get<Disbursements.Payments.Disbursement>(Payment).Attribution));
    }
}
