using System.Collections.Frozen;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements;

/// <summary>
/// How this service's rows follow from facts. Pledges brings cash, Contracts brings contracts and asks for parts of them back; what is
/// reserved, paid, released and decommitted are facts of its own.
/// </summary>
sealed class DisbursementsEvolution : Evolution
{
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<FundCash>("fund_cash"),
        StateTable.For<Contract>("contracts"),
        StateTable.For<Disbursement>("disbursements"),
        StateTable.For<BankEntry>("bank_entries"),
    ];

    public override IReadOnlySet<Type> Follows { get; } = new[]
    {
        typeof(FundEstablished),
        typeof(ContributionReceived),
        typeof(ContributionAllocated),
        typeof(ContractSigned),
        typeof(DecommitmentRequested),
    }.ToFrozenSet();

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        FundEstablished or ContributionReceived or ContributionAllocated => [StateKey.Of<FundCash>(followed.Fund)],
        ContractSigned signed => [StateKey.Of<Contract>(signed.ContractId)],
        DecommitmentRequested request => [StateKey.Of<Contract>(request.ContractId)],
        _ => [],
    };

    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished fact: FollowPledges.Apply(states, fact); break;
            case ContributionReceived fact: FollowPledges.Apply(states, fact, recorded.TraceParent); break;
            case ContributionAllocated fact: FollowPledges.Apply(states, fact, recorded.TraceParent); break;
            case ContractSigned fact: FollowContracts.Apply(states, fact, recorded.TraceParent); break;
            case DecommitmentGranted fact: AnswerDecommitment.Apply(states, fact); break;
            case PaymentRequested fact: RequestPayment.Apply(states, fact, recorded); break;
            case PaymentVerified fact: VerifyPayment.Apply(states, fact, recorded); break;
            case PaymentAuthorised fact: AuthorisePayment.Apply(states, fact, recorded); break;
            case PaymentExecuted fact: ExecutePayment.Apply(states, fact, recorded); break;
            case PaymentRejected fact: RejectPayment.Apply(states, fact, recorded); break;
            // A request to decommit, and its refusal, change no row: the answer to the one is a fact of its own.
            default: break;
        }
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) =>
        followed.Event is DecommitmentRequested request ? [AnswerDecommitment.To(request, states)] : [];
}
