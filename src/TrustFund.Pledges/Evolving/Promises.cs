using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Evolving;

/// <summary>Facts about what donors promise, and make binding.</summary>
static class Promises
{
    /// <summary>Whether it was such a fact.</summary>
    public static bool Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case PledgeAnnounced fact:
                PledgeEvolution.Apply(states, fact, recorded.TraceParent);
                PledgeReference.Apply(states, fact);
                DonorPledges.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case PledgeConfirmed fact:
                PledgeEvolution.Apply(states, fact);
                return true;
            case PledgeRaised fact:
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case PledgeCertified fact:
                Certificate.Apply(states, fact);
                Window.Apply(states, fact);
                PledgeEvolution.Apply(states, fact, recorded.TraceParent);
                FundTotals.Apply(states, fact);
                return true;
            case InstalmentCalled fact:
                Certificate.Apply(states, fact);
                return true;
            case InstalmentCallReversed fact:
                Certificate.Apply(states, fact);
                return true;
            default:
                return false;
        }
    }
}
