using TrustFund.Events.Disbursements.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>Whose money went out: the parts add up to the payment exactly, and no donor gives more than it brought.</summary>
static class Attribution
{
    /// <summary>What no donor's money covers: what facts took away of the cash, and what came back beyond what was paid.</summary>
    public const string Nobody = "UNATTRIBUTED";

    public static void MustAddUp(IFundEvent fact, Ledger heard, Remembered remembered)
    {
        var (parts, sign) = PaymentPostings.AttributionOf(fact, remembered);
        if (AmountOf(fact, remembered) is not { } amount)
            return;
        Assert.Equal(amount, parts.Sum(part => part.Amount.Amount));
        Assert.All(parts, part => Assert.True(part.Amount.IsPositive));
        if (sign < 0)
            return;
        if (fact is RefundCashGranted or RefundExecuted)
            Assert.All(parts, part => Assert.Equal(remembered.Refunds[fact.Subject].Donor, part.Donor));
        foreach (var part in parts)
        {
            var pot = ContributionPostings.Pot(fact.Fund, part.Donor, part.Window);
            if (part.Donor == Nobody)
                Assert.True(heard[Used, pot] <= heard[CashLost, fact.Fund], $"{fact} is paid with nobody's money.");
            else
                Assert.True(heard[Used, pot] <= heard[Brought, pot] || fact is RecoveryOffsetReversed or RecoveryCashReversed, $"{pot} gives {heard[Used, pot]} and brought {heard[Brought, pot]}: {fact}");
        }
    }

    /// <summary>How much cash the fact moves that was somebody's; null when it moves none.</summary>
    static decimal? AmountOf(IFundEvent fact, Remembered remembered) => fact switch
    {
        RefundCashGranted e => remembered.Refunds[e.RequestId].FromAllocated.Amount,
        RefundExecuted e => remembered.Refunds[e.RequestId].FromAllocated.Amount,
        PaymentExecuted e => e.Amount.Amount,
        PaymentImported e => e.Amount.Amount,
        CostPaid e => e.Amount.Amount,
        PaymentReversed e => e.Amount.Amount,
        PaymentReturned e => e.Amount.Amount,
        CostReversed e => e.Amount.Amount,
        RecoveryCashed e => e.Amount.Amount,
        RecoveryOffset e => e.Amount.Amount,
        RecoveryOffsetReversed e => e.Amount.Amount,
        RecoveryCashReversed e => e.Amount.Amount,
        _ => null,
    };
}
