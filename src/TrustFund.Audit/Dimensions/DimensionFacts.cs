using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Dimensions;

/// <summary>
/// What facts say of funds, donors, actions, contracts and payments besides amounts. Each row is fed by one source alone, so that it is the
/// same in whatever order the sources are heard.
/// </summary>
static class DimensionFacts
{
    /// <summary>The rows that a fact changes, or that its postings look up.</summary>
    public static IEnumerable<StateKey> Touches(IFundEvent fact) => fact switch
    {
        FundEstablished e => [StateKey.Of<FundFacts>(e.Fund)],
        WindowOpened e => [StateKey.Of<WindowFacts>(WindowFacts.KeyOf(e.Fund, e.Window))],
        DonorRegistered e => [StateKey.Of<DonorFacts>(e.Donor)],
        DonorKindChanged e => [StateKey.Of<DonorFacts>(e.Donor)],
        PledgeAnnounced e => [StateKey.Of<PledgeFacts>(e.PledgeId)],
        ReductionRequested e => [StateKey.Of<ReductionFacts>(e.RequestId)],
        ReductionCompleted e => [StateKey.Of<ReductionFacts>(e.RequestId)],
        PartnerRegistered e => [StateKey.Of<PartnerFacts>(e.Partner)],
        ActionApproved e => [StateKey.Of<ActionFacts>(e.ActionId)],
        RiderApproved e => [StateKey.Of<ActionFacts>(e.ActionId)],
        DeadlineSet e => [StateKey.Of<DeadlineFacts>(DeadlineFacts.KeyOf(e.Fund, e.Kind))],
        ActionClosed e => [StateKey.Of<ActionFacts>(e.ActionId)],
        ContractSigned e => [StateKey.Of<ContractFacts>(e.ContractId)],
        ContractAmended e => [StateKey.Of<ContractFacts>(e.ContractId)],
        ContractDecommitted e => [StateKey.Of<ContractFacts>(e.ContractId), StateKey.Of<ActionFacts>(e.ActionId)],
        ContractSuspended e => [StateKey.Of<ContractFacts>(e.ContractId)],
        ContractResumed e => [StateKey.Of<ContractFacts>(e.ContractId)],
        ContractTerminated e => [StateKey.Of<ContractFacts>(e.ContractId)],
        ContractEnded e => [StateKey.Of<ContractFacts>(e.ContractId)],
        PaymentRequested e => [StateKey.Of<PaymentFacts>(e.DisbursementId)],
        PaymentExecuted e => [StateKey.Of<PaymentFacts>(e.DisbursementId), StateKey.Of<PaidContract>(e.ContractId)],
        PaymentImported e => [StateKey.Of<PaymentFacts>(e.DisbursementId), StateKey.Of<PaidContract>(e.ContractId)],
        PaymentReversed e => [StateKey.Of<PaymentFacts>(e.DisbursementId)],
        PaymentReturned e => [StateKey.Of<PaymentFacts>(e.DisbursementId)],
        PrefinancingCleared e => [StateKey.Of<PaidContract>(e.ContractId)],
        PrefinancingClearingReversed e => [StateKey.Of<PaidContract>(e.ContractId)],
        RecoveryEstablished e => [StateKey.Of<PaidContract>(e.ContractId)],
        RecoveryWaived e => [StateKey.Of<PaidContract>(e.ContractId)],
        RecoveryWaiverReversed e => [StateKey.Of<PaidContract>(e.ContractId)],
        _ => [],
    };

    /// <summary>Books what a fact says besides amounts.</summary>
    public static void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished e: FundFacts.Apply(states, e); break;
            case WindowOpened e: WindowFacts.Apply(states, e, recorded.Sequence); break;
            case DonorRegistered e: DonorFacts.Apply(states, e, recorded.At); break;
            case DonorKindChanged e: DonorFacts.Apply(states, e, recorded.At); break;
            case PledgeAnnounced e: PledgeFacts.Apply(states, e); break;
            case ReductionRequested e: ReductionFacts.Apply(states, e); break;
            case PledgeCertified e: InsertAll(states, InstalmentEntry.Of(recorded, e)); break;
            case ReductionCompleted e: InsertAll(states, InstalmentEntry.Of(states, recorded, e)); break;
            case RefundCompleted e: InsertAll(states, InstalmentEntry.Of(recorded, e)); break;
            case PartnerRegistered e: PartnerFacts.Apply(states, e); break;
            case ActionApproved e: ActionFacts.Apply(states, recorded, e); break;
            case RiderApproved e: ActionFacts.Apply(states, e); break;
            case DeadlineSet e: DeadlineFacts.Apply(states, e); break;
            case PaymentRequested e: PaymentFacts.Apply(states, e); break;
            case PaymentImported e:
                PaymentFacts.Apply(states, recorded, e);
                PaidContract.Apply(states, e.ContractId, e.Window, e.Partner);
                break;
            case PaymentExecuted e:
                PaymentFacts.Apply(states, recorded, e);
                PaidContract.Apply(states, e.ContractId, e.Window, e.Partner);
                break;
            case PaymentReversed e: PaymentFacts.TakeBack(states, e.DisbursementId, e.Amount); break;
            case PaymentReturned e: PaymentFacts.TakeBack(states, e.DisbursementId, e.Amount); break;
            case RecoveryEstablished e: PaidContract.Apply(states, e.ContractId, e.Window, e.Partner); break;
            default: ContractFacts.Apply(states, recorded); break;
        }
    }

    static void InsertAll(States states, IEnumerable<InstalmentEntry> entries)
    {
        foreach (var entry in entries)
            states.Insert(entry);
    }
}
