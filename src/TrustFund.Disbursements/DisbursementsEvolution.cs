using System.Collections.Frozen;
using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Refunds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using FileImported = TrustFund.Events.Disbursements.V1.FileImported;
using PeriodClosed = TrustFund.Events.Disbursements.V1.PeriodClosed;

namespace TrustFund.Disbursements;

/// <summary>
/// How this service's rows follow from facts. Pledges brings cash, Contracts brings contracts and asks for parts of them back; what is
/// reserved, paid, recovered, released and decommitted are facts of its own.
/// </summary>
sealed class DisbursementsEvolution : Evolution
{
    public override IReadOnlyList<StateTable> Tables { get; } =
    [
        StateTable.For<FundCash>("fund_cash"),
        StateTable.For<FundTerms>("fund_terms"),
        StateTable.For<FundSources>("fund_sources"),
        StateTable.For<Contract>("contracts"),
        StateTable.For<ContractSources>("contract_sources"),
        StateTable.For<ContractReference>("contract_references"),
        StateTable.For<Disbursement>("disbursements"),
        StateTable.For<Recovery>("recoveries"),
        StateTable.For<Refund>("refunds"),
        StateTable.For<Cost>("costs"),
        StateTable.For<ManagementCosts>("management_costs"),
        StateTable.For<BankAccount>("bank_accounts"),
        StateTable.For<PartnerAccounts>("partner_accounts"),
        StateTable.For<BankEntry>("bank_entries"),
        StateTable.For<BankReceipt>("bank_receipts"),
        StateTable.For<BankStatement>("bank_statements"),
        StateTable.For<BankLine>("bank_lines"),
    ];

    public override IReadOnlySet<Type> Follows { get; } = new[]
    {
        typeof(FundEstablished),
        typeof(ContributionReceived),
        typeof(ContributionAllocated),
        typeof(ReceiptReversed),
        typeof(InterestBooked),
        typeof(InterestReversed),
        typeof(RefundCashRequested),
        typeof(ContractSigned),
        typeof(ContractAmended),
        typeof(ContractSuspended),
        typeof(ContractResumed),
        typeof(ContractTerminated),
        typeof(DecommitmentRequested),
        typeof(ManagementCostsAllocated),
        typeof(ManagementCostReversalRequested),
        typeof(DeadlineSet),
    }.ToFrozenSet();

    public override IEnumerable<StateKey> Touches(States states, IFundEvent followed) => followed switch
    {
        FundEstablished => [StateKey.Of<FundCash>(followed.Fund)],
        ContributionReceived or ContributionAllocated or ReceiptReversed or InterestBooked or InterestReversed =>
            [StateKey.Of<FundCash>(followed.Fund), StateKey.Of<FundSources>(followed.Fund), .. FollowReceipts.Keys(states, followed)],
        RefundCashRequested request => AnswerRefund.Keys(request),
        ContractSigned { Reference: { } reference } signed =>
            [StateKey.Of<Contract>(signed.ContractId), StateKey.Of<ContractReference>(ContractReference.IdOf(signed.Fund, reference))],
        ContractSigned signed => [StateKey.Of<Contract>(signed.ContractId)],
        ContractAmended amended => [StateKey.Of<Contract>(amended.ContractId)],
        ContractSuspended suspended => [StateKey.Of<Contract>(suspended.ContractId)],
        ContractResumed resumed => [StateKey.Of<Contract>(resumed.ContractId)],
        ContractTerminated terminated => [StateKey.Of<Contract>(terminated.ContractId)],
        DecommitmentRequested request => [StateKey.Of<Contract>(request.ContractId)],
        ManagementCostsAllocated or ManagementCostReversalRequested => [StateKey.Of<ManagementCosts>(followed.Fund)],
        DeadlineSet => [StateKey.Of<FundTerms>(followed.Fund)],
        _ => [],
    };

    public override void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case FundEstablished fact: FollowPledges.Apply(states, fact); break;
            case ContributionReceived fact: FollowPledges.Apply(states, fact, recorded.TraceParent); break;
            case ContributionAllocated fact: FollowPledges.Apply(states, fact, recorded.TraceParent); break;
            case ReceiptReversed fact: FollowPledges.Apply(states, fact); break;
            case InterestBooked fact: FollowPledges.Apply(states, fact); break;
            case InterestReversed fact: FollowPledges.Apply(states, fact); break;
            case RefundCashRequested fact: AnswerRefund.Apply(states, fact, recorded); break;
            case ContractSigned fact: FollowContracts.Apply(states, fact, recorded.TraceParent); break;
            case ContractAmended fact: FollowContracts.Apply(states, fact); break;
            case ContractSuspended fact: FollowContracts.Apply(states, fact); break;
            case ContractResumed fact: FollowContracts.Apply(states, fact); break;
            case ContractTerminated fact: FollowContracts.Apply(states, fact); break;
            case ManagementCostsAllocated fact: FollowContracts.Apply(states, fact); break;
            case DeadlineSet fact: FollowContracts.Apply(states, fact); break;
            default: ApplyOwn(states, recorded); break;
        }
    }

    public override IReadOnlyList<IFundEvent> React(States states, Recorded followed) => followed.Event switch
    {
        DecommitmentRequested request => [AnswerDecommitment.To(request, states)],
        RefundCashRequested request => [AnswerRefund.To(request, states)],
        ManagementCostReversalRequested request => [AnswerManagementCostReversal.To(request, states)],
        _ => [.. FollowReceipts.React(states, followed.Event)],
    };

    protected override IFundEvent ClosePeriod(string fund, string requestId, DateOnly through) => new PeriodClosed(fund, requestId, through);

    protected override IFileImported ImportFile(string fund, string importId, string kind, string fileName, string sha256, int rows) =>
        new FileImported(fund, importId, kind, fileName, sha256, rows);

    static void ApplyOwn(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case DecommitmentGranted fact: AnswerDecommitment.Apply(states, fact); break;
            case PaymentRequested fact: RequestPayment.Apply(states, fact, recorded); break;
            case PaymentVerified fact: VerifyPayment.Apply(states, fact, recorded); break;
            case PaymentAuthorised fact: AuthorisePayment.Apply(states, fact, recorded); break;
            case PaymentExecuted fact: ExecutePayment.Apply(states, fact, recorded); break;
            case PaymentRejected fact: RejectPayment.Apply(states, fact, recorded); break;
            case PaymentReversed fact: ReversePayment.Apply(states, fact, recorded); break;
            case PaymentReturned fact: ReturnPayment.Apply(states, fact, recorded); break;
            case PaymentImported fact: ImportPayment.Apply(states, fact, recorded); break;
            case PrefinancingCleared fact: ClearPrefinancing.Apply(states, fact, recorded); break;
            case PrefinancingClearingReversed fact: ReverseClearing.Apply(states, fact, recorded); break;
            case RecoveryEstablished fact: EstablishRecovery.Apply(states, fact, recorded); break;
            case RecoveryCashed fact: CashRecovery.Apply(states, fact, recorded); break;
            case RecoveryCashReversed fact: ReverseRecoveryReceipt.Apply(states, fact, recorded); break;
            case RecoveryOffset fact: OffsetRecoveries.Apply(states, fact); break;
            case RecoveryOffsetReversed fact: OffsetRecoveries.Apply(states, fact); break;
            case RecoveryWaived fact: WaiveRecovery.Apply(states, fact, recorded); break;
            case RecoveryWaiverReversed fact: ReverseRecoveryWaiver.Apply(states, fact, recorded); break;
            case CostRequested fact: RequestCost.Apply(states, fact, recorded); break;
            case CostAuthorised fact: AuthoriseCost.Apply(states, fact, recorded); break;
            case CostRejected fact: RejectCost.Apply(states, fact, recorded); break;
            case CostPaid fact: PayCost.Apply(states, fact, recorded); break;
            case CostReversed fact: ReverseCost.Apply(states, fact, recorded); break;
            case ManagementCostsReleased fact: AnswerManagementCostReversal.Apply(states, fact); break;
            case RefundCashGranted fact: AnswerRefund.Apply(states, fact); break;
            case RefundCashRefused fact: RejectRefund.Apply(states, fact, recorded); break;
            case RefundExecuted fact: ExecuteRefund.Apply(states, fact, recorded); break;
            case RefundReversed fact: ReverseRefund.Apply(states, fact, recorded); break;
            case RefundReturnCancelled fact: CancelReturn.Apply(states, fact); break;
            case BankAccountProposed fact: ProposeAccount.Apply(states, fact, recorded); break;
            case BankAccountVerified fact: VerifyAccount.Apply(states, fact, recorded); break;
            case BankAccountClosed fact: CloseAccount.Apply(states, fact, recorded); break;
            case AuthorisationBandsSet fact: SetBands.Apply(states, fact); break;
            case AuthorityDelegated fact: DelegateAuthority.Apply(states, fact); break;
            case DelegationRevoked fact: RevokeDelegation.Apply(states, fact); break;
            case BankStatementRecorded fact: RecordStatement.Apply(states, fact, recorded); break;
            case BankLineRecorded fact: RecordStatement.Apply(states, fact); break;
            case BankLineMatched fact: BankBooks.Apply(states, fact, recorded); break;
            case BankLineUnmatched fact: BankBooks.Apply(states, fact); break;
            // A request to take a right back, and its refusal, change no row: the answer to the one is a fact of its own.
            default: break;
        }
    }
}
