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
        StateTable.For<OperationEntry>("operation_entries"),
        StateTable.For<MobilisedTotal>("mobilised_totals"),
        StateTable.For<InputEntry>("input_entries"),
        StateTable.For<FigureEntry>("figure_entries"),
        StateTable.For<InstrumentEntry>("instrument_entries"),
        StateTable.For<TargetEntry>("target_entries"),
    ];

    /// <inheritdoc />
    public override IReadOnlySet<Type> Follows { get; } = new HashSet<Type>
    {
        typeof(FundEstablished),
        typeof(WindowOpened),
        typeof(PledgeCertified),
        typeof(ReductionCompleted),
        typeof(ExchangeDifferenceRealised),
        typeof(RefundCompleted),
    };

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        FundEstablished established => [StateKey.Of<FundInput>(established.Fund)],
        WindowOpened opened => [StateKey.Of<WindowInput>(WindowInput.IdOf(opened.Fund, opened.Window))],
        PledgeCertified certified => CertifiedPledges.Touches(certified),
        ReductionCompleted reduced => CertifiedPledges.Touches(reduced),
        ExchangeDifferenceRealised realised => TrueUps.Touches(realised),
        RefundCompleted refunded => TrueUps.Touches(refunded),
        _ => [],
    };

    /// <inheritdoc />
    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished established: states.Put(FundInput.Of(established)); break;
            case WindowOpened opened: states.Put(WindowInput.Of(opened)); break;
            case PledgeCertified certified: CertifiedPledges.Apply(states, recorded, certified); break;
            case ReductionCompleted reduced: CertifiedPledges.Apply(states, recorded, reduced); break;
            case ExchangeDifferenceRealised realised: TrueUps.Apply(states, recorded, realised); break;
            case RefundCompleted refunded: TrueUps.Apply(states, recorded, refunded); break;
            case InstrumentOpened opened: Instrument.Apply(states, recorded, opened); break;
            case MobilisationTargetSet set: MobilisationTarget.Apply(states, recorded, set); break;
            case OperationRecorded operation: OperationBooks.Apply(states, recorded, operation); break;
            case OperationSigned signed: OperationBooks.Apply(states, recorded, signed); break;
            case OperationDisbursed disbursed: OperationBooks.Apply(states, recorded, disbursed); break;
            case OperationCancelled cancelled: OperationBooks.Apply(states, recorded, cancelled); break;
            case OperationEntryReversed reversed: OperationBooks.Apply(states, recorded, reversed); break;
        }
    }

    /// <inheritdoc />
    protected override IFundEvent ClosePeriod(string fund, string requestId, DateOnly through) =>
        new Events.Leverage.V1.PeriodClosed(fund, requestId, through);
}
