using TrustFund.Disbursements.Funds;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Funds;

public sealed class FundCashTests
{
    [Fact]
    public void What_is_allocated_is_cash_and_what_is_not_is_held_apart()
    {
        var given = AFund(cash: 0, contract: 500).Received(139.50m, unallocated: 10.25m);

        Assert.Equal(
            new CashView(Fund, Money.Euros(139.50m), Money.Euros(10.25m), Money.Euros(0), Money.Euros(0), Money.Euros(139.50m), Money.Euros(0), Money.Euros(0), Money.Euros(0), Money.Euros(0), Money.Euros(139.50m)),
            CashView.Of(given.Cash));
    }

    [Fact]
    public void What_waited_becomes_cash_when_it_is_allocated()
    {
        var given = AFund(cash: 100, contract: 500).Received(0, unallocated: 10.25m);

        given.Service.Follow("pledges", new ContributionAllocated(Fund, "pledge", "DE", Money.Euros(4), new(2018, 3, 1)));

        Assert.Equal((104m, 6.25m), (given.Cash.Received, given.Cash.Unallocated));
    }

    [Fact]
    public void A_receipt_in_another_currency_than_the_funds_is_set_aside()
    {
        var given = AFund(cash: 100, contract: 500);
        var francs = Currency.Of("XOF");
        var receipt = Receipt(1) with { Amount = new(1, francs), Allocated = new(1, francs), Unallocated = new(0, francs) };

        Assert.Throws<InvalidOperationException>(() => given.Service.Follow("pledges", receipt));

        Assert.Equal(100m, given.Cash.Received);
    }

    [Fact]
    public void The_traces_of_the_last_eight_receipts_are_kept()
    {
        var given = AFund(cash: 0, contract: 500);

        for (var number = 1; number <= 10; number++)
            given.Service.Follow(new Recorded("pledges", number, DateTimeOffset.UnixEpoch, "fiona", $"trace-{number}", Receipt(1)));
        given.Service.Follow(new Recorded("pledges", 11, DateTimeOffset.UnixEpoch, "fiona", "trace-of-nothing-to-spend", Receipt(0, unallocated: 1)));
        given.Service.Follow(new Recorded("pledges", 12, DateTimeOffset.UnixEpoch, "fiona", null, Receipt(1)));

        Assert.Equal(["trace-3", "trace-4", "trace-5", "trace-6", "trace-7", "trace-8", "trace-9", "trace-10"], given.Cash.ReceiptTraces);
    }
}
