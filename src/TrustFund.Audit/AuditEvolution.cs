using System.Collections.Frozen;
using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Figures;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Periods;
using TrustFund.Events;
using TrustFund.Events.Audit.V1;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit;

/// <summary>
/// How Audit's rows follow from every fact of every service. Each followed fact books what it says and no more, so the order between two
/// sources never matters; what facts of different sources come to together is joined when somebody reads.
/// </summary>
sealed class AuditEvolution : Evolution
{
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<HeardEntry>("heard_entries"),
        StateTable.For<LedgerEntry>("ledger_entries"),
        StateTable.For<LedgerBalance>("ledger_balances"),
        StateTable.For<AttributionEntry>("attribution_entries"),
        StateTable.For<InstalmentEntry>("instalment_entries"),
        StateTable.For<FundFacts>("fund_facts"),
        StateTable.For<DeadlineFacts>("deadline_facts"),
        StateTable.For<WindowFacts>("window_facts"),
        StateTable.For<DonorFacts>("donor_facts"),
        StateTable.For<PledgeFacts>("pledge_facts"),
        StateTable.For<ReductionFacts>("reduction_facts"),
        StateTable.For<PartnerFacts>("partner_facts"),
        StateTable.For<ActionFacts>("action_facts"),
        StateTable.For<ContractFacts>("contract_facts"),
        StateTable.For<PaymentFacts>("payment_facts"),
        StateTable.For<PaidContract>("paid_contracts"),
        StateTable.For<Period>("periods"),
        StateTable.For<FundPeriods>("fund_periods"),
        StateTable.For<PeriodAcknowledgement>("period_acknowledgements"),
        StateTable.For<AuditException>("audit_exceptions"),
        StateTable.For<ExceptionSlot>("exception_slots"),
        StateTable.For<FigureFacts>("figure_facts"),
    ];

    /// <summary>Every event of the sources it follows.</summary>
    public override IReadOnlySet<Type> Follows { get; } = EventTypes.All
        .Where(type => Followings.Of("audit").Any(following => type.Key.StartsWith($"{following.Source}.", StringComparison.Ordinal)))
        .Select(type => type.Value)
        .ToFrozenSet();

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed)
    {
        var facts = DimensionFacts.Touches(followed).ToList();
        if (Acknowledgements.RequestOf(followed) is { } request)
            facts.AddRange(Acknowledgements.Touches(followed.Fund, request));
        // What the lines are may depend on what is being loaded; their balances are named once it is there.
        return facts.TrueForAll(states.Holds)
            ? facts.Concat(Postings.Of(states, followed)
                .SelectMany(line => LedgerBalance.Of(followed.Fund, line))
                .Select(balance => StateKey.Of<LedgerBalance>(balance.Id)))
            : facts;
    }

    public override void Apply(States states, Recorded recorded)
    {
        if (recorded.Source == "audit")
        {
            ApplyOwn(states, recorded);
            return;
        }
        states.Insert(HeardEntry.Of(recorded));
        DimensionFacts.Apply(states, recorded);
        if (Acknowledgements.RequestOf(recorded.Event) is { } request)
            PeriodAcknowledgement.Apply(states, recorded, request);
        var lines = Postings.Of(states, recorded.Event);
        foreach (var entry in LedgerEntry.Of(recorded, lines))
            states.Insert(entry);
        foreach (var part in AttributionEntry.Of(recorded, lines))
            states.Insert(part);
        LedgerBalance.Apply(states, recorded, lines);
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) =>
        Acknowledgements.RequestOf(followed.Event) is { } request ? Acknowledgements.React(states, request) : [];

    // Audit closes a period with the request itself; its own PeriodClosed says that everybody has, which React records.
    static void ApplyOwn(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case PeriodCloseRequested fact: Period.Apply(states, recorded, fact); break;
            case PeriodClosed fact: Period.Apply(states, recorded, fact); break;
            case ExceptionRaised fact: AuditException.Apply(states, recorded, fact); break;
            case ExceptionAssigned fact: AuditException.Apply(states, fact); break;
            case ExceptionResolved fact: AuditException.Apply(states, recorded, fact); break;
            case PublishedFigureRecorded fact: FigureFacts.Apply(states, fact); break;
            default: break;
        }
    }
}
