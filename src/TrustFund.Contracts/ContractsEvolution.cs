using System.Collections.Frozen;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Payments;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts;

/// <summary>How this service's rows follow from its own facts, from Pledges' certificates and from Disbursements' payments.</summary>
sealed class ContractsEvolution : Evolution
{
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<Fund>("funds"),
        StateTable.For<Window>("windows"),
        StateTable.For<Allocation>("allocations"),
        StateTable.For<Partner>("partners"),
        StateTable.For<FundAction>("actions"),
        StateTable.For<Contract>("contracts"),
        StateTable.For<Decommitment>("decommitments"),
        StateTable.For<ContractPayments>("contract_payments"),
        StateTable.For<WindowPayments>("window_payments"),
        StateTable.For<TakenReference>("taken_references"),
    ];

    public override IReadOnlySet<Type> Follows { get; } = new[]
    {
        typeof(FundEstablished),
        typeof(WindowOpened),
        typeof(PledgeCertified),
        typeof(ReductionRequested),
        typeof(DecommitmentGranted),
        typeof(DecommitmentRefused),
        typeof(PaymentExecuted),
    }.ToFrozenSet();

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        FundEstablished fact => [StateKey.Of<Fund>(fact.Fund)],
        WindowOpened fact => [StateKey.Of<Fund>(fact.Fund), Window.Key(fact.Fund, fact.Window)],
        PledgeCertified fact => Certificates.Touches(fact),
        ReductionRequested fact => AnswerReduction.Touches(fact),
        DecommitmentGranted fact => AnswerDecommitment.Touches(states, fact.RequestId, fact.ContractId),
        DecommitmentRefused fact => AnswerDecommitment.Touches(states, fact.RequestId, fact.ContractId),
        PaymentExecuted fact => [StateKey.Of<ContractPayments>(fact.ContractId), StateKey.Of<WindowPayments>(WindowPayments.KeyOf(fact.Fund, fact.Window))],
        _ => [],
    };

    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished fact: Fund.Apply(states, fact); break;
            case WindowOpened fact: Window.Apply(states, fact); break;
            case PledgeCertified fact: Certificates.Apply(states, fact, recorded.TraceParent); break;
            case PaymentExecuted fact:
                ContractPayments.Apply(states, fact);
                WindowPayments.Apply(states, fact);
                break;
            case ResourcesReleased fact: Certificates.Apply(states, fact); break;
            case ResourcesAllocated fact: Allocation.Apply(states, fact, recorded.TraceParent); break;
            case PartnerRegistered fact: Partner.Apply(states, fact); break;
            case ActionApproved fact: FundAction.Apply(states, fact, recorded.TraceParent); break;
            case ContractSigned fact: Contract.Apply(states, fact, recorded.TraceParent); break;
            case DecommitmentRequested fact: Decommitment.Apply(states, fact); break;
            case ContractDecommitted fact: Decommitment.Apply(states, fact); break;
            case DecommitmentRejected fact: Decommitment.Apply(states, fact); break;
            // A donor's request, its refusal, and Disbursements' answers change no row by themselves: what follows is an own fact.
            default: break;
        }
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) => followed.Event switch
    {
        ReductionRequested asked => [AnswerReduction.Decide(states, asked)],
        DecommitmentGranted granted => AnswerDecommitment.Decide(states, granted),
        DecommitmentRefused refused => AnswerDecommitment.Decide(states, refused),
        _ => [],
    };
}
