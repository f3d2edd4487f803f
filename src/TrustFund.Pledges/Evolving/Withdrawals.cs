using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Evolving;

/// <summary>Facts about what donors take back: promises, and money.</summary>
static class Withdrawals
{
    public static void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case PledgeWithdrawn fact:
                PledgeEvolution.Apply(states, fact);
                break;
            case PledgeReduced fact:
                Reduction.Apply(states, fact, recorded.At);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ReductionRequested fact:
                Reduction.Apply(states, fact);
                CertificateReductions.Apply(states, fact);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ReductionCompleted fact:
                Reduction.Apply(states, fact, recorded.At);
                CertificateReductions.Apply(states, fact);
                Window.Apply(states, fact);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ReductionRejected fact:
                Reduction.Apply(states, fact, recorded.At);
                CertificateReductions.Apply(states, fact);
                PledgeEvolution.Apply(states, fact, states.Get<Reduction>(fact.RequestId).Window);
                FundTotals.Apply(states, fact);
                break;
            default:
                ApplyRefund(states, recorded);
                break;
        }
    }

    static void ApplyRefund(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case RefundRequested fact:
                Refund.Apply(states, fact, recorded.Actor);
                MoneyEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case RefundCashRequested fact:
                Refund.Apply(states, fact);
                break;
            case RefundCashGranted fact:
                RefundCash.Apply(states, fact);
                break;
            case RefundRejected fact:
                Refund.Apply(states, fact, recorded.At);
                MoneyEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case RefundCompleted fact:
                Refund.Apply(states, fact, recorded.At);
                BankDebit.Apply(states, fact);
                var allocated = states.Get<Pledge>(fact.PledgeId).Refund!.AskedAllocated;
                MoneyEvolution.Apply(states, fact);
                CertificateReductions.Apply(states, fact, allocated);
                Window.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case RefundTakenBack fact:
                Refund.Apply(states, fact);
                Receipt.Apply(states, fact, recorded.Sequence);
                BankDebit.Apply(states, fact);
                MoneyEvolution.Apply(states, fact, recorded.BookedOn);
                FundTotals.Apply(states, fact);
                break;
        }
    }
}
