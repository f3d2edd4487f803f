using TrustFund.Events;
using TrustFund.Events.Leverage.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>How Leverage's states follow from its own facts and from those of Pledges. Nothing waits for an answer, so it reacts to nothing.</summary>
public sealed class LeverageEvolution : Evolution
{
    /// <inheritdoc />
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<FundInput>("fund_inputs"),
        StateTable.For<WindowInput>("window_inputs"),
        StateTable.For<Instrument>("instruments"),
        StateTable.For<Portfolio>("portfolios"),
        StateTable.For<MobilisationTarget>("mobilisation_targets"),
        StateTable.For<Operation>("operations"),
        StateTable.For<OperationName>("operation_names"),
    ];

    /// <inheritdoc />
    public override IReadOnlySet<Type> Follows { get; } = new HashSet<Type>
    {
        typeof(FundEstablished),
        typeof(WindowOpened),
        typeof(PledgeCertified),
        typeof(ReductionCompleted),
    };

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        FundEstablished established => [StateKey.Of<FundInput>(established.Fund)],
        WindowOpened opened => [StateKey.Of<WindowInput>(WindowInput.IdOf(opened.Fund, opened.Window))],
        PledgeCertified certified => CertifiedPledges.Touches(certified),
        ReductionCompleted reduced => CertifiedPledges.Touches(reduced),
        _ => [],
    };

    /// <inheritdoc />
    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished established: states.Put(FundInput.Of(established)); break;
            case WindowOpened opened: states.Put(WindowInput.Of(opened)); break;
            case PledgeCertified certified: CertifiedPledges.Apply(states, certified); break;
            case ReductionCompleted reduced: CertifiedPledges.Apply(states, reduced); break;
            case InstrumentOpened opened: Instrument.Apply(states, opened); break;
            case MobilisationTargetSet set: MobilisationTarget.Apply(states, set); break;
            case OperationRecorded operation: Operation.Apply(states, operation); break;
        }
    }
}
