using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Rates;

namespace TrustFund.Pledges.Evolving;

/// <summary>Facts about funds, donors, rates, what is not money, and interest.</summary>
static class SetUp
{
    /// <summary>Whether it was such a fact.</summary>
    public static bool Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished fact:
                Fund.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case WindowOpened fact:
                Window.Apply(states, fact);
                WindowName.Apply(states, fact);
                return true;
            case DonorRegistered fact:
                Donor.Apply(states, fact);
                DonorName.Apply(states, fact);
                return true;
            case DonorKindChanged fact:
                Donor.Apply(states, fact);
                return true;
            case FxRateRecorded fact:
                MonthlyRate.Apply(states, fact);
                return true;
            case InterestBooked fact:
                InterestEntry.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case InterestReversed fact:
                InterestEntry.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case InKindPledged fact:
                InKindPledge.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case InKindChanged fact:
                InKindPledge.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case InKindDelivered fact:
                InKindPledge.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            default:
                return false;
        }
    }
}
