using System.Collections.Frozen;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Payments;
using TrustFund.Contracts.Results;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using FileImported = TrustFund.Events.Contracts.V1.FileImported;
using PeriodClosed = TrustFund.Events.Contracts.V1.PeriodClosed;

namespace TrustFund.Contracts;

/// <summary>How this service's rows follow from its own facts, from Pledges' certificates and from Disbursements' payments and recoveries.</summary>
sealed class ContractsEvolution : Evolution
{
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<Fund>("funds"),
        StateTable.For<Window>("windows"),
        StateTable.For<Allocation>("allocations"),
        StateTable.For<Transfer>("transfers"),
        StateTable.For<ManagementCostAllocation>("management_cost_allocations"),
        StateTable.For<Deadline>("deadlines"),
        StateTable.For<Partner>("partners"),
        StateTable.For<FundAction>("actions"),
        StateTable.For<Rider>("riders"),
        StateTable.For<Contract>("contracts"),
        StateTable.For<Amendment>("amendments"),
        StateTable.For<Decommitment>("decommitments"),
        StateTable.For<Indicator>("indicators"),
        StateTable.For<ContractPayments>("contract_payments"),
        StateTable.For<WindowPayments>("window_payments"),
        StateTable.For<TakenReference>("taken_references"),
    ];

    public override IReadOnlySet<Type> Follows { get; } = new[]
    {
        typeof(FundEstablished),
        typeof(WindowOpened),
        typeof(PledgeCertified),
        typeof(ExchangeDifferenceRealised),
        typeof(InterestBooked),
        typeof(InterestReversed),
        typeof(ReductionRequested),
        typeof(RefundRequested),
        typeof(RefundRejected),
        typeof(DecommitmentGranted),
        typeof(DecommitmentRefused),
        typeof(ManagementCostsReleased),
        typeof(ManagementCostReleaseRefused),
    }.Concat(PaymentChange.Facts).ToFrozenSet();

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        FundEstablished fact => [StateKey.Of<Fund>(fact.Fund), StateKey.Of<Deadline>(Deadline.KeyOf(fact.Fund, DeadlineKind.Contracting))],
        WindowOpened fact => [StateKey.Of<Fund>(fact.Fund), Window.Key(fact.Fund, fact.Window)],
        PledgeCertified fact => Certificates.Touches(fact),
        ExchangeDifferenceRealised fact => Certificates.Touches(fact),
        InterestBooked fact => [StateKey.Of<Fund>(fact.Fund)],
        InterestReversed fact => [StateKey.Of<Fund>(fact.Fund)],
        ReductionRequested fact => AnswerReduction.Touches(fact.Fund, fact.Window),
        RefundRequested fact => AnswerReduction.Touches(fact.Fund, fact.Window),
        RefundRejected fact => AnswerReduction.Touches(fact.Fund, fact.Window),
        DecommitmentGranted fact => AnswerDecommitment.Touches(states, fact.RequestId, fact.ContractId),
        DecommitmentRefused fact => AnswerDecommitment.Touches(states, fact.RequestId, fact.ContractId),
        ManagementCostsReleased fact => AnswerManagementCostReversal.Touches(fact.Fund, fact.AllocationId),
        ManagementCostReleaseRefused fact => AnswerManagementCostReversal.Touches(fact.Fund, fact.AllocationId),
        _ => PaymentChange.Of(followed)?.Touches() ?? [],
    };

    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished fact: Fund.Apply(states, fact, recorded.At); break;
            case WindowOpened fact: Window.Apply(states, fact); break;
            case PledgeCertified fact: Certificates.Apply(states, fact, recorded.TraceParent); break;
            case ExchangeDifferenceRealised fact: Certificates.Apply(states, fact); break;
            case InterestBooked fact: Certificates.Apply(states, fact); break;
            case InterestReversed fact: Certificates.Apply(states, fact); break;
            case RefundRejected fact: Certificates.Apply(states, fact); break;
            case ResourcesReleased fact: Certificates.Apply(states, fact); break;
            case ResourcesAllocated fact: Allocation.Apply(states, fact, recorded.TraceParent); break;
            case AllocationReversed fact: Allocation.Apply(states, fact, recorded.Actor); break;
            case ResourcesTransferred fact: Transfer.Apply(states, fact, recorded.TraceParent); break;
            case ManagementCostsAllocated fact: ManagementCostAllocation.Apply(states, fact); break;
            case ManagementCostReversalRequested fact: ManagementCostAllocation.Apply(states, fact); break;
            case ManagementCostAllocationReversed fact: ManagementCostAllocation.Apply(states, fact); break;
            case ManagementCostReversalRejected fact: ManagementCostAllocation.Apply(states, fact); break;
            case DeadlineSet fact: Deadline.Apply(states, fact); break;
            case DeadlinePassed fact: Deadline.Apply(states, fact); break;
            case PartnerRegistered fact: Partner.Apply(states, fact); break;
            default: ApplyCommitment(states, recorded); break;
        }
    }

    static void ApplyCommitment(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case ActionApproved fact: FundAction.Apply(states, fact, recorded.TraceParent); break;
            case RiderApproved fact: Rider.Apply(states, fact); break;
            case ActionClosed fact: FundAction.Apply(states, fact); break;
            case ContractSigned fact: Contract.Apply(states, fact, recorded.TraceParent); break;
            case ContractAmended fact: Amendment.Apply(states, fact); break;
            case ContractSuspended fact: Contract.Apply(states, fact); break;
            case ContractResumed fact: Contract.Apply(states, fact); break;
            case ContractTerminated fact: Contract.Apply(states, fact); break;
            case ContractEnded fact: Contract.Apply(states, fact); break;
            case DecommitmentRequested fact: Decommitment.Apply(states, fact); break;
            case ContractDecommitted fact: Decommitment.Apply(states, fact); break;
            case DecommitmentRejected fact: Decommitment.Apply(states, fact); break;
            case IndicatorDefined fact: Indicator.Apply(states, fact); break;
            case ResultTargetSet fact: Indicator.Apply(states, fact); break;
            case ResultReported fact: Indicator.Apply(states, fact); break;
            // A donor's request, its refusal, and Disbursements' answers change no row by themselves: what follows is an own fact.
            default: PaymentChange.Of(recorded.Event)?.Apply(states); break;
        }
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) => followed.Event switch
    {
        ReductionRequested asked => [AnswerReduction.Decide(states, asked)],
        RefundRequested asked => AnswerReduction.Decide(states, asked),
        DecommitmentGranted granted => AnswerDecommitment.Decide(states, granted),
        DecommitmentRefused refused => AnswerDecommitment.Decide(states, refused),
        ManagementCostsReleased released => AnswerManagementCostReversal.Decide(states, released),
        ManagementCostReleaseRefused refused => AnswerManagementCostReversal.Decide(states, refused),
        _ => [],
    };

    protected override IFundEvent ClosePeriod(string fund, string requestId, DateOnly through) => new PeriodClosed(fund, requestId, through);

    protected override IFileImported ImportFile(string fund, string importId, string kind, string fileName, string sha256, int rows) =>
        new FileImported(fund, importId, kind, fileName, sha256, rows);
}
