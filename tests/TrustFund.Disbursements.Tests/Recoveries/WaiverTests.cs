using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Recoveries;

public sealed class WaiverTests
{
    static readonly DateOnly WaivedOn = new(2018, 7, 1);

    static WaiveRecovery Waive(decimal amount, string? waiver = "w1") => new(Fund, "r1", new(Money.Euros(amount), WaivedOn, "The partner is insolvent."), waiver);

    static ReverseRecoveryWaiver Reverse(string waiver = "w1") => new(Fund, "r1", waiver, new(new(2018, 8, 1), " It is solvent again. "));

    static Recovery TheRecovery(Given given) => given.Service.Get<Recovery>("r1");

    [Fact]
    public void A_waiver_is_taken_back_whole_and_the_partner_owes_it_again()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(60), Arthur).Accepted(Waive(15, "w2"), Arthur);
        Assert.Equal((75m, 25m, 25m), (TheRecovery(given).Waived, TheRecovery(given).Open().Amount, given.Signed.RecoveriesOpen));

        var facts = given.Service.Accept(Reverse(), "augusta");

        Assert.Equal([new RecoveryWaiverReversed(Fund, "r1", "w1", ContractId, "IOM", Money.Euros(60), new(2018, 8, 1), "It is solvent again.")], facts);
        Assert.Equal((15m, 85m, 85m, 300m), (TheRecovery(given).Waived, TheRecovery(given).Open().Amount, given.Signed.RecoveriesOpen, given.Signed.NetPaid().Amount));
        given.Accepted(Cashed(85), Fiona);
        Assert.Equal((0m, 0m), (TheRecovery(given).Open().Amount, given.Signed.RecoveriesOpen));
    }

    [Fact]
    public void The_order_lists_each_waiver_with_who_decided_and_who_reversed_it()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(60), Arthur).Accepted(Waive(15, "w2"), Arthur).Accepted(Reverse(), "augusta");

        Assert.Equal(
            [
                new("w1", Money.Euros(60), WaivedOn, "The partner is insolvent.", Arthur, new(2018, 8, 1), "augusta", "It is solvent again."),
                new("w2", Money.Euros(15), WaivedOn, "The partner is insolvent.", Arthur, null, null, null),
            ],
            RecoveryView.Of(TheRecovery(given)).Waivers);
    }

    [Fact]
    public void A_waiver_of_before_waivers_had_ids_is_known_by_its_place()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(60, null), Arthur).Accepted(Waive(15, null), Arthur);
        Assert.Equal(["1", "2"], TheRecovery(given).Waivers.Select(waiver => waiver.Id));

        Assert.Equal(Money.Euros(15), Assert.IsType<RecoveryWaiverReversed>(Assert.Single(given.Service.Accept(Reverse("2"), "augusta"))).Amount);
    }

    [Fact]
    public void A_waiver_is_reversed_once_by_an_officer_who_did_not_decide_it_and_not_before_it()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(60), Arthur);
        ReverseRecoveryWaiver On(int year, int month, int day) => Reverse() with { Body = Reverse().Body with { ReversedOn = new(year, month, day) } };

        given.Refused(Reverse("unknown"), "augusta", 404, "not-found", "waiver");
        given.Refused(Reverse() with { RecoveryId = "unknown" }, "augusta", 404, "not-found", "id");
        given.Refused(Reverse() with { Fund = "NONE" }, "augusta", 404, "not-found", "id");
        given.Refused(On(2018, 6, 30), "augusta", 422, "date-before-waiver", "reversedOn");
        given.Refused(On(2026, 1, 2), "augusta", 422, "date-in-the-future", "reversedOn");
        given.Refused(Reverse(), Arthur, 403, "four-eyes", null);
        given.Accepted(On(2018, 7, 1), "augusta");
        given.Refused(Reverse(), "augusta", 409, "already-reversed", null);
    }

    [Fact]
    public void Nobody_owes_more_than_they_were_paid_because_a_waiver_is_reversed()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(60), Arthur).Accepted(Establish(220.01m, "r2"), Fiona);

        var refusal = given.Refused(Reverse(), "augusta", 422, "exceeds-net-paid", null);

        Assert.Equal(
            "60.00 EUR would be owed again, 20.01 EUR more than may be recovered: of 300.00 EUR paid, 0.00 EUR is recovered and 260.01 EUR owed already, so 39.99 EUR is left.",
            refusal.Detail);
        given.Accepted(new WaiveRecovery(Fund, "r2", new(Money.Euros(20.01m), WaivedOn, "A rounding."), "w9"), Arthur).Accepted(Reverse(), "augusta");
        Assert.Equal((300m, 300m), (given.Signed.RecoveriesOpen, given.Signed.NetPaid().Amount));
    }

    [Fact]
    public void What_came_back_above_the_order_settles_what_is_owed_again()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(60), Arthur).Accepted(Cashed(70), Fiona);
        Assert.Equal((30m, 0m), (TheRecovery(given).Excess().Amount, given.Signed.RecoveriesOpen));

        given.Accepted(Reverse(), "augusta");

        Assert.Equal((0m, 30m, 30m), (TheRecovery(given).Excess().Amount, TheRecovery(given).Open().Amount, given.Signed.RecoveriesOpen));
    }

    [Fact]
    public void A_payment_is_not_reversed_while_the_waiver_of_its_recovery_is()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Waive(100), Arthur).Accepted(Reverse(), "augusta");

        given.Refused(new ReversePayment(Fund, Payment, new(2018, 9, 1), "Wrong."), Arthur, 409, "recovery-exists", null);
    }
}
