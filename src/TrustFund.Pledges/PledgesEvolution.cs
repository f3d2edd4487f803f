using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges;

/// <summary>How funds, donors, pledges and what becomes of them follow from facts.</summary>
public sealed class PledgesEvolution : Evolution
{
    /// <inheritdoc />
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<Fund>("funds"),
        StateTable.For<FundTotals>("fund_totals"),
        StateTable.For<Window>("windows"),
        StateTable.For<Donor>("donors"),
        StateTable.For<Pledge>("pledges"),
        StateTable.For<Certificate>("certificates"),
        StateTable.For<Receipt>("receipts"),
        StateTable.For<Reduction>("reductions"),
        StateTable.For<InKindPledge>("in_kind_pledges"),
    ];

    /// <inheritdoc />
    public override IReadOnlySet<Type> Follows { get; } = new HashSet<Type> { typeof(ResourcesReleased), typeof(ReleaseRefused) };

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        ResourcesReleased answer => ReductionAnswers.Touches(states, answer.RequestId),
        ReleaseRefused answer => ReductionAnswers.Touches(states, answer.RequestId),
        _ => [],
    };

    /// <inheritdoc />
    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) => followed.Event switch
    {
        ResourcesReleased answer => ReductionAnswers.On(states, answer),
        ReleaseRefused answer => ReductionAnswers.On(states, answer, followed.At),
        _ => [],
    };

    /// <inheritdoc />
    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished fact:
                Fund.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case WindowOpened fact:
                Window.Apply(states, fact);
                break;
            case DonorRegistered fact:
                Donor.Apply(states, fact);
                break;
            case PledgeAnnounced fact:
                PledgeEvolution.Apply(states, fact, recorded.TraceParent);
                FundTotals.Apply(states, fact);
                break;
            case PledgeRaised fact:
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case PledgeCertified fact:
                Certificate.Apply(states, fact);
                Window.Apply(states, fact);
                PledgeEvolution.Apply(states, fact, recorded.TraceParent);
                FundTotals.Apply(states, fact);
                break;
            case ContributionReceived fact:
                Receipt.Apply(states, fact, recorded.Sequence);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ContributionAllocated fact:
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case InKindPledged fact:
                InKindPledge.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            default:
                ApplyReduction(states, recorded);
                break;
        }
    }

    /// <summary>What Contracts answers changes nothing by itself: the service's own fact that follows upon it does.</summary>
    static void ApplyReduction(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case PledgeReduced fact:
                Reduction.Apply(states, fact, recorded.At);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ReductionRequested fact:
                Reduction.Apply(states, fact);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ReductionCompleted fact:
                Reduction.Apply(states, fact, recorded.At);
                Certificate.Apply(states, fact);
                Window.Apply(states, fact);
                PledgeEvolution.Apply(states, fact);
                FundTotals.Apply(states, fact);
                break;
            case ReductionRejected fact:
                Reduction.Apply(states, fact, recorded.At);
                PledgeEvolution.Apply(states, fact, states.Get<Reduction>(fact.RequestId).Window);
                FundTotals.Apply(states, fact);
                break;
        }
    }
}
