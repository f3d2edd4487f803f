using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Evolving;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges;

/// <summary>How funds, donors, pledges and what becomes of them follow from facts.</summary>
public sealed class PledgesEvolution : Evolution
{
    internal static readonly PledgesEvolution Shared = new();

    /// <inheritdoc />
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<Fund>("funds"),
        StateTable.For<FundTotals>("fund_totals"),
        StateTable.For<Window>("windows"),
        StateTable.For<Donor>("donors"),
        StateTable.For<DonorName>("donor_names"),
        StateTable.For<WindowName>("window_names"),
        StateTable.For<Pledge>("pledges"),
        StateTable.For<PledgeReference>("pledge_references"),
        StateTable.For<DonorPledges>("donor_pledges"),
        StateTable.For<Certificate>("certificates"),
        StateTable.For<Receipt>("receipts"),
        StateTable.For<BankDebit>("bank_debits"),
        StateTable.For<Reduction>("reductions"),
        StateTable.For<InKindPledge>("in_kind_pledges"),
        StateTable.For<MonthlyRate>("fx_rates"),
        StateTable.For<InterestEntry>("interest_entries"),
        StateTable.For<Refund>("refunds"),
        StateTable.For<RefundCash>("refund_cash"),
        StateTable.For<MoneyBack>("money_back"),
        StateTable.For<RecoveryReceipt>("recovery_receipts"),
    ];

    /// <inheritdoc />
    public override IReadOnlySet<Type> Follows { get; } = new HashSet<Type>
    {
        typeof(ResourcesReleased),
        typeof(ReleaseRefused),
        typeof(RefundCashGranted),
        typeof(RefundCashRefused),
        typeof(RefundExecuted),
        typeof(RefundReversed),
        typeof(RecoveryCashed),
        typeof(RecoveryCashReversed),
        typeof(PaymentReturned),
    };

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        ResourcesReleased answer => Asked(states, answer.RequestId),
        ReleaseRefused answer => Asked(states, answer.RequestId),
        RefundCashGranted answer => [StateKey.Of<RefundCash>(answer.RequestId)],
        RefundCashRefused answer => RefundAnswers.Touches(states, answer.RequestId),
        RefundExecuted answer => RefundAnswers.Touches(states, answer),
        RefundReversed answer => RefundAnswers.Touches(states, answer),
        RecoveryCashed fact => MoneyBack.Touches(fact),
        RecoveryCashReversed fact => MoneyBack.Touches(states, fact),
        PaymentReturned fact => MoneyBack.Touches(fact),
        _ => [],
    };

    /// <inheritdoc />
    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) => followed.Event switch
    {
        ResourcesReleased answer => states.TryFind<Refund>(answer.RequestId, out var refund)
            ? RefundAnswers.On(refund, states.Get<Pledge>(refund.PledgeId), answer, followed.At)
            : ReductionAnswers.On(states, answer),
        ReleaseRefused answer => states.TryFind<Refund>(answer.RequestId, out var refund)
            ? RefundAnswers.On(refund, states.Get<Pledge>(refund.PledgeId), answer, followed.At)
            : ReductionAnswers.On(states, answer, followed.At),
        RefundCashRefused answer => RefundAnswers.On(states, answer, followed.At),
        RefundExecuted answer => RefundAnswers.On(states, answer),
        RefundReversed answer => RefundAnswers.On(states, answer),
        _ => [],
    };

    /// <summary>What others answer changes nothing by itself, but that cash is set aside and what came back: the service's own fact that follows upon it does.</summary>
    public override void Apply(States states, Recorded recorded)
    {
        if (!SetUp.Apply(states, recorded) && !Promises.Apply(states, recorded) && !Arrivals.Apply(states, recorded))
            Withdrawals.Apply(states, recorded);
    }

    /// <inheritdoc />
    protected override IFundEvent ClosePeriod(string fund, string requestId, DateOnly through) => new Events.Pledges.V1.PeriodClosed(fund, requestId, through);

    /// <inheritdoc />
    protected override IFileImported ImportFile(string fund, string importId, string kind, string fileName, string sha256, int rows) =>
        new Events.Pledges.V1.FileImported(fund, importId, kind, fileName, sha256, rows);

    /// <summary>Contracts answers reductions and refunds alike: which of them a request is, its row tells.</summary>
    static IEnumerable<StateKey> Asked(States states, string requestId) =>
        ReductionAnswers.Touches(states, requestId).Concat(RefundAnswers.Touches(states, requestId));
}
