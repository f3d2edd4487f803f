using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// The books of somebody who sees every service's journal at once, the moment a fact is recorded: added up from the facts alone, without
/// any service's own arithmetic. After each fact the invariants of the business must hold for what it moved, across all services:
/// whatever the bus does, no right is spent that was not given, and none that was taken back.
/// </summary>
sealed class Books
{
    readonly ContributionBooks contributions = new();
    readonly CommitmentBooks commitments;
    readonly PaymentBooks payments;

    public Books()
    {
        commitments = new(contributions);
        payments = new(contributions, commitments);
    }

    public ContributionBooks Contributions => contributions;

    public CommitmentBooks Commitments => commitments;

    public PaymentBooks Payments => payments;

    /// <summary>Books a fact and checks what it moved.</summary>
    public void Enter(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished or WindowOpened or PledgeAnnounced or PledgeRaised or PledgeReduced or PledgeCertified or ContributionReceived
                or ContributionAllocated or ReductionRequested or ReductionCompleted or ReductionRejected or ResourcesReleased or ReleaseRefused:
                contributions.Enter(recorded.Event);
                break;
            case ResourcesAllocated or ActionApproved or ContractSigned or DecommitmentRequested or DecommitmentGranted or DecommitmentRefused
                or ContractDecommitted or DecommitmentRejected:
                commitments.Enter(recorded.Event);
                break;
            case PaymentRequested or PaymentVerified or PaymentAuthorised or PaymentExecuted or PaymentRejected:
                payments.Enter(recorded);
                break;
            default:
                break;
        }
        // What one service gives up may be what another spent: each fund as a whole is checked whichever of them spoke.
        if (contributions.Funds.TryGetValue(recorded.Event.Fund, out var fund))
        {
            CommitmentBooks.MustBeWithinResources(fund);
            payments.MustBeWithinCash(fund);
        }
    }
}
