using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Sources;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Recoveries;

public sealed class RecoveryTests
{
    static WaiveRecovery Waive(decimal amount) => new(Fund, "r1", new(Money.Euros(amount), new(2018, 7, 1), "The partner is insolvent."));

    static ExecutePayment ExecuteAgainst(string payment, params (string Recovery, decimal Amount)[] offsets) =>
        Execute(payment, $"SEPA-{payment}") with { PaidOn = new(2018, 6, 1), Offsets = [.. offsets.Select(offset => new OffsetBody(offset.Recovery, Money.Euros(offset.Amount)))] };

    static ReverseRecoveryReceipt NotCashed(string receipt) => new(Fund, "r1", receipt, new(new(2018, 6, 10), " It was another partner's. "));

    static Recovery TheRecovery(Given given) => given.Service.Get<Recovery>("r1");

    [Fact]
    public void What_is_open_is_exact_after_each_way_of_settling_it()
    {
        var given = AFund(1_000, 500).Executed(300, "p1").Authorised(50, "p2").Accepted(Establish(100), Fiona);

        given.Accepted(Cashed(30.01m), Fiona);
        Assert.Equal(69.99m, TheRecovery(given).Open().Amount);
        given.Accepted(ExecuteAgainst("p2", ("r1", 9.99m)), Fiona);
        Assert.Equal(60m, TheRecovery(given).Open().Amount);
        given.Accepted(Waive(60), Arthur);

        Assert.Equal((0m, 30.01m, 9.99m, 60m), (TheRecovery(given).Open().Amount, TheRecovery(given).Cashed, TheRecovery(given).Offset, TheRecovery(given).Waived));
        Assert.Equal((350m, 40m, 310m, 0m, 190m), (given.Signed.Paid, given.Signed.Recovered, given.Signed.NetPaid().Amount, given.Signed.RecoveriesOpen, given.Signed.Open().Amount));
        Assert.Equal((40m, 690m), (given.Cash.Recovered, given.Cash.Balance().Amount));
        given.Refused(Waive(0.01m), Arthur, 422, "exceeds-recovery", "amount");
    }

    [Fact]
    public void No_more_is_established_than_was_paid_and_is_not_owed_or_recovered_already()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(40), Fiona);

        var refusal = given.Refused(Establish(200.01m, "r2"), Fiona, 422, "exceeds-net-paid", "amount");
        given.Accepted(Establish(200, "r2"), Fiona);

        Assert.Equal("200.01 EUR is 0.01 EUR more than may be recovered: of 300.00 EUR paid, 40.00 EUR is recovered and 60.00 EUR owed already, so 200.00 EUR is left.", refusal.Detail);
    }

    [Fact]
    public void A_recovery_is_open_under_the_contract_again_and_no_income()
    {
        var given = AFund(1_000, 500).Executed(500).Accepted(Establish(100), Fiona);
        given.Refused(Request(0.01m, "p2"), Fiona, 422, "exceeds-contract", "amount");

        given.Accepted(Cashed(100), Fiona);

        Assert.Equal((1_000m, 0m), (given.Cash.Received, given.Cash.Interest));
        given.Executed(100, "p2", "SEPA-2");
    }

    [Fact]
    public void What_is_set_off_the_bank_pays_less()
    {
        var given = AFund(1_000, 500).Executed(300, "p1").Accepted(Establish(100), Fiona).Authorised(120, "p2");

        var facts = given.Service.Accept(ExecuteAgainst("p2", ("r1", 80)), Fiona);

        var offset = Assert.IsType<RecoveryOffset>(facts[0]);
        var executed = Assert.IsType<PaymentExecuted>(facts[1]);
        Assert.Equal((Money.Euros(80), "p2", "DE 80.00"), (offset.Amount, offset.DisbursementId, Text(offset.Attribution)));
        Assert.Equal((Money.Euros(120), Money.Euros(80), "DE 120.00"), (executed.Amount, executed.Offset!.Value, Text(executed.Attribution)));
        Assert.Equal(40m, given.ThePayment("p2").PaidByBank().Amount);
        Assert.Equal((660m, 20m), (given.Cash.Balance().Amount, TheRecovery(given).Open().Amount));
    }

    [Fact]
    public void An_offset_fits_the_order_and_the_payment_and_is_against_the_same_partner()
    {
        var given = AFund(1_000, 500).Executed(300, "p1").Accepted(Establish(100), Fiona).Authorised(50, "p2");

        given.Refused(ExecuteAgainst("p2", ("r1", 100.01m)), Fiona, 422, "exceeds-recovery", "offsets[0].amount");
        given.Refused(ExecuteAgainst("p2", ("r1", 50.01m)), Fiona, 422, "exceeds-payment", "offsets[0].amount");
        given.Refused(ExecuteAgainst("p2", ("r1", 10), ("r1", 10)), Fiona, 422, "recovery-twice", "offsets[1].recovery");
        given.Refused(ExecuteAgainst("p2", ("r9", 10)), Fiona, 422, "no-such-recovery", "offsets[0].recovery");
        given.Refused(ExecuteAgainst("p2", ("r1", 10)) with { PaidOn = PaidOn }, Fiona, 422, "date-before-order", "paidOn");
        given.Accepted(ExecuteAgainst("p2", ("r1", 50)), Fiona);
    }

    [Fact]
    public void What_comes_back_above_the_order_is_a_fact_and_stands_as_its_excess()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Establish(50, "r2"), Fiona);

        given.Accepted(Cashed(100, receipt: "c1"), Fiona).Accepted(Cashed(250.01m, reference: "BACK-2", receipt: "c2"), Fiona);

        var view = RecoveryView.Of(TheRecovery(given));
        Assert.Equal((Money.Euros(350.01m), Money.Euros(0), Money.Euros(250.01m)), (view.Cashed, view.Open, view.Excess));
        Assert.Equal((-50.01m, 50m, 550.01m), (given.Signed.NetPaid().Amount, given.Signed.RecoveriesOpen, given.Signed.Open().Amount));
        Assert.Equal((1_050.01m, 0m, -50.01m), (given.Cash.Available().Amount, given.Sources.Pots[0].Used, given.Sources.Unattributed));
        given.Refused(Waive(0.01m), Arthur, 422, "exceeds-recovery", "amount");
        given.Refused(Establish(0.01m, "r3"), Fiona, 422, "exceeds-net-paid", "amount");
        given.Refused(Cashed(1) with { Body = Cashed(1).Body with { Amount = Money.Euros(0) } }, Fiona, 422, "amount-not-positive", "amount");
        given.Refused(Cashed(1) with { Body = Cashed(1).Body with { Amount = new(1, Currency.Of("XOF")) } }, Fiona, 422, "wrong-currency", "amount");
    }

    [Fact]
    public void An_excess_that_was_booked_by_mistake_is_taken_back_to_the_cent_and_one_that_was_not_is_paid_out_again()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(70, receipt: "c1"), Fiona);
        var before = (given.Signed.RecoveriesOpen, given.Signed.NetPaid(), given.Sources.Unattributed, Text(given.Service.Get<ContractSources>(ContractId).Parts));
        given.Accepted(Cashed(260, reference: "BACK-2", receipt: "c2"), Fiona);
        Assert.Equal((230m, 0m, -30m), (TheRecovery(given).Excess().Amount, given.Signed.RecoveriesOpen, given.Signed.NetPaid().Amount));

        given.Accepted(NotCashed("c2"), Arthur);
        Assert.Equal(before, (given.Signed.RecoveriesOpen, given.Signed.NetPaid(), given.Sources.Unattributed, Text(given.Service.Get<ContractSources>(ContractId).Parts)));

        given.Accepted(Cashed(260, reference: "BACK-2", receipt: "c3"), Fiona).Executed(230, "back", "SEPA-2");
        Assert.Equal((200m, 300m, 800m), (given.Signed.NetPaid().Amount, given.Signed.Open().Amount, given.Cash.Balance().Amount));
    }

    [Fact]
    public void An_order_that_was_set_off_and_waived_shows_what_comes_all_the_same()
    {
        var given = AFund(1_000, 500).Executed(300, "p1").Authorised(50, "p2").Accepted(Establish(100), Fiona).Accepted(ExecuteAgainst("p2", ("r1", 40)), Fiona).Accepted(Waive(60), Arthur);

        given.Accepted(Cashed(25), Fiona);
        Assert.Equal((0m, 25m, 0m), (TheRecovery(given).Open().Amount, TheRecovery(given).Excess().Amount, given.Signed.RecoveriesOpen));
        given.Accepted(new ReturnPayment(Fund, "p2", new(2018, 6, 5), "RET-1", "Closed"), Fiona);

        Assert.Equal((15m, 0m, 15m), (TheRecovery(given).Open().Amount, TheRecovery(given).Excess().Amount, given.Signed.RecoveriesOpen));
    }

    [Fact]
    public void When_the_payment_comes_back_what_was_set_off_is_open_again()
    {
        var given = AFund(1_000, 500).Executed(300, "p1").Accepted(Establish(100), Fiona).Authorised(120, "p2").Accepted(ExecuteAgainst("p2", ("r1", 80)), Fiona);

        var facts = given.Service.Accept(new ReturnPayment(Fund, "p2", new(2018, 6, 5), "RET-1", "Closed"), Fiona);

        Assert.Equal(Money.Euros(80), Assert.IsType<RecoveryOffsetReversed>(facts[0]).Amount);
        Assert.Equal(Money.Euros(120), Assert.IsType<PaymentReturned>(facts[1]).Amount);
        Assert.Equal((100m, 700m, 300m), (TheRecovery(given).Open().Amount, given.Cash.Balance().Amount, given.Signed.NetPaid().Amount));
        Assert.Equal(300m, given.Sources.Pots[0].Used);
        Assert.Equal(100m, given.Signed.RecoveriesOpen);
    }

    [Fact]
    public void Nobody_waives_what_they_established_nor_more_than_is_open()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Arthur);

        given.Refused(Waive(10), Arthur, 403, "four-eyes", null);
        given.Refused(Waive(100.01m), "augusta", 422, "exceeds-recovery", "amount");
        given.Accepted(Waive(100), "augusta");
        Assert.Equal(300m, given.Signed.NetPaid().Amount);
    }

    [Fact]
    public void Money_booked_by_mistake_is_owed_and_paid_again_and_its_attribution_restored_exactly()
    {
        var given = AFundOf(500, ("DE", null, 300), ("IT", null, 100)).Executed(200).Accepted(Establish(100), Fiona);
        given.Accepted(Cashed(20, reference: "BACK-0", receipt: "c0"), Fiona);
        var before = (Text(given.Service.Get<ContractSources>(ContractId).Parts), given.Sources.Pots.Select(pot => pot.Used).ToArray());
        given.Accepted(Cashed(10.01m, receipt: "c1"), Fiona);

        var reversed = Assert.IsType<RecoveryCashReversed>(Assert.Single(given.Service.Accept(NotCashed("c1"), Arthur)));

        Assert.Equal(("r1", "c1", Money.Euros(10.01m), "DE 7.51; IT 2.50"), (reversed.RecoveryId, reversed.ReceiptId, reversed.Amount, Text(reversed.Attribution)));
        Assert.Equal((ContractId, "IOM", "SLC", new DateOnly(2018, 6, 10), "It was another partner's."),
            (reversed.ContractId, reversed.Partner, reversed.Window, reversed.ReversedOn, reversed.Reason));
        Assert.Equal((20m, 80m), (TheRecovery(given).Cashed, TheRecovery(given).Open().Amount));
        Assert.Equal((180m, 20m, 80m, 320m), (given.Signed.NetPaid().Amount, given.Signed.Recovered, given.Signed.RecoveriesOpen, given.Signed.Open().Amount));
        Assert.Equal((20m, 220m), (given.Cash.Recovered, given.Cash.Balance().Amount));
        Assert.Equal(before.Item1, Text(given.Service.Get<ContractSources>(ContractId).Parts));
        Assert.Equal(before.Item2, given.Sources.Pots.Select(pot => pot.Used));
        var receipts = RecoveryView.Of(TheRecovery(given)).Receipts;
        Assert.Equal([("c0", null, null), ("c1", Arthur, "It was another partner's.")], receipts.Select(receipt => (receipt.Id, receipt.ReversedBy, receipt.ReversedBecause)));
    }

    [Fact]
    public void A_receipt_is_reversed_once_and_its_bank_reference_booked_anew()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Establish(50, "r2"), Fiona).Accepted(Cashed(40, receipt: "c1"), Fiona);
        given.Refused(Cashed(40, "r2", receipt: "c2"), Fiona, 409, "bank-reference-already-booked", "bankReference");

        given.Accepted(NotCashed("c1"), Arthur).Refused(NotCashed("c1"), Arthur, 409, "already-reversed", null);
        given.Accepted(Cashed(30, receipt: "c3"), Fiona).Refused(NotCashed("c1"), Arthur, 409, "already-reversed", null);
        Assert.Equal(70m, TheRecovery(given).Open().Amount);
        given.Accepted(NotCashed("c3"), Arthur).Accepted(Cashed(40, "r2", receipt: "c2"), Fiona);

        Assert.Equal((100m, 10m), (TheRecovery(given).Open().Amount, given.Service.Get<Recovery>("r2").Open().Amount));
        given.Refused(NotCashed("c2"), Arthur, 404, "not-found", "receipt");
    }

    [Fact]
    public void Nobody_reverses_a_receipt_they_booked_nor_one_that_is_not_there_nor_on_a_day_it_cannot_be()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(40, receipt: "c1"), Fiona);
        var reversal = NotCashed("c1");

        given.Refused(reversal, Fiona, 403, "four-eyes", null);
        given.Refused(reversal with { RecoveryId = "r9" }, Arthur, 404, "not-found", "id");
        given.Refused(reversal with { Fund = "EIP" }, Arthur, 404, "not-found", "id");
        given.Refused(NotCashed("c9"), Arthur, 404, "not-found", "receipt");
        given.Refused(reversal with { Body = reversal.Body with { ReversedOn = new(2018, 5, 19) } }, Arthur, 422, "date-before-receipt", "reversedOn");
        given.Refused(reversal with { Body = reversal.Body with { ReversedOn = new(2026, 1, 2) } }, Arthur, 422, "date-in-the-future", "reversedOn");
        given.Accepted(reversal with { Body = reversal.Body with { ReversedOn = new(2018, 5, 20) } }, Vera);
    }

    [Fact]
    public void What_was_paid_with_money_that_had_not_come_leaves_cash_negative_and_the_contract_above_its_ceiling()
    {
        var given = AFund(500, 500).Executed(500).Accepted(Establish(100), Fiona).Accepted(Cashed(100, receipt: "c1"), Fiona).Executed(100, "p2", "SEPA-2");

        given.Accepted(NotCashed("c1"), Arthur);

        Assert.Equal((600m, -100m, -100m), (given.Signed.NetPaid().Amount, given.Signed.Open().Amount, given.Cash.Balance().Amount));
        Assert.Equal((600m, 500m), (given.Sources.Pots[0].Used, given.Sources.Pots[0].Brought));
        given.Refused(Request(0.01m, "p3"), Fiona, 422, "exceeds-contract", "amount");
        given.Accepted(Cashed(100, receipt: "c2"), Fiona);
        Assert.Equal((0m, 0m), (given.Signed.Open().Amount, given.Cash.Balance().Amount));
    }

    /// <summary>Facts of before receipts had an id.</summary>
    [Fact]
    public void A_receipt_without_an_id_is_reversed_by_its_bank_reference()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(40), Fiona).Accepted(NotCashed("BACK-1"), Arthur);
        given.Accepted(Cashed(30), Fiona);
        Assert.Equal(70m, TheRecovery(given).Open().Amount);

        given.Accepted(NotCashed("BACK-1"), Arthur).Refused(NotCashed("BACK-1"), Arthur, 409, "already-reversed", null);

        Assert.Equal((100m, 2), (TheRecovery(given).Open().Amount, TheRecovery(given).Receipts.Count(receipt => receipt.ReversedOn is not null)));
    }

    [Fact]
    public void An_order_is_dated_well_and_belongs_to_a_contract_of_the_fund()
    {
        var given = AFund(1_000, 500).Executed(300);
        var order = Establish(10);

        given.Refused(order with { ContractId = "unknown" }, Fiona, 404, "not-found", "contract");
        given.Refused(order with { Body = order.Body with { DueOn = new(2018, 4, 30) } }, Fiona, 422, "due-before-order", "dueOn");
        given.Refused(order with { Body = order.Body with { EstablishedOn = new(2026, 1, 2), DueOn = new(2026, 2, 2) } }, Fiona, 422, "date-in-the-future", "establishedOn");
        given.Refused(order with { Body = order.Body with { Amount = new(10, Currency.Of("XOF")) } }, Fiona, 422, "wrong-currency", "amount");
        given.Refused(Cashed(10, "r9"), Fiona, 404, "not-found", "id");
        given.Accepted(order, Fiona).Refused(Cashed(10) with { Body = Cashed(10).Body with { CashedOn = new(2018, 4, 30) } }, Fiona, 422, "date-before-order", "cashedOn");
        given.Refused(Cashed(10, reference: "SEPA-1"), Fiona, 409, "bank-reference-already-booked", "bankReference");
    }
}
