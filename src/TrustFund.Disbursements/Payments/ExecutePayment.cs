using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>The bank's entry that paid a disbursement.</summary>
/// <param name="PaidOn">The bank's value date: not before the request, not in the future.</param>
/// <param name="BankReference">The bank's reference of the entry; in one fund it pays one disbursement only.</param>
/// <param name="Offsets">Recovery orders of the same partner that are set off: the bank paid the amount less these.</param>
sealed record PaymentExecutionBody(
    DateOnly PaidOn, [Required, StringLength(80)] string BankReference, [MaxLength(20)] IReadOnlyList<OffsetBody>? Offsets = null);

/// <summary>A part of a recovery order to be set off.</summary>
/// <param name="Recovery">Id of the order.</param>
/// <param name="Amount">How much of what is open of it.</param>
sealed record OffsetBody([Required, StringLength(40)] string Recovery, [Positive] Money Amount);

/// <summary>The fourth step: a finance officer books the bank's entry, and what was reserved is spent.</summary>
sealed record ExecutePayment(string Fund, string DisbursementId, DateOnly PaidOn, string BankReference, IReadOnlyList<OffsetBody>? Offsets = null)
    : PaymentStep(Fund, DisbursementId)
{
    string BankEntryId => BankEntry.IdOf(Fund, BankReference);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/execution", Execute)
        .WithName("ExecutePayment")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public override IEnumerable<StateKey> Touches(States states) =>
    [
        .. WithBalances(states),
        .. WithTerms(states),
        .. Loaded(states) is { } payment ? PaidMoney.Keys(Fund, payment.ContractId) : [],
        .. BankBooks.Keys(states, BankEntryId),
        .. OffsetRecoveries.Keys(states, Offsets),
    ];

    public static void Apply(States states, PaymentExecuted executed, Recorded recorded)
    {
        var attribution = Part.OrNobodys(executed.Attribution, executed.Amount);
        var offset = executed.Offset ?? Money.Zero(executed.Amount.Currency);
        var kind = states.Get<Disbursement>(executed.DisbursementId).Kind;
        states.Change<Contract>(executed.ContractId, contract => kind == PaymentKind.PreFinancing
            ? contract.Pay(executed.Amount).Prefinance(executed.DisbursementId, executed.Amount, executed.PaidOn)
            : contract.Pay(executed.Amount));
        states.Change<FundCash>(executed.Fund, cash => cash.Pay(executed.Amount));
        PaidMoney.Move(states, executed.Fund, executed.ContractId, attribution, executed.Amount, back: false);
        BankBooks.Book(states, executed.Fund, executed.BankReference, BankKinds.Payment, executed.DisbursementId, offset - executed.Amount, executed.PaidOn);
        states.Change<Disbursement>(executed.DisbursementId, payment => payment with
        {
            Status = DisbursementStatus.Executed,
            ExecutedBy = recorded.Actor,
            ExecutedAt = recorded.At,
            PaidOn = executed.PaidOn,
            BankReference = executed.BankReference,
            Offset = offset.Amount,
            Attribution = Part.Of(attribution),
        });
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (payment.MustBe(DisbursementStatus.Authorised, "executed") is { } wrongState)
            return wrongState;
        if (PaidOn < payment.RequestedOn)
            return Refusal.Rule("date-before-request", $"The payment was requested on {payment.RequestedOn:yyyy-MM-dd}: it cannot have been paid on {PaidOn:yyyy-MM-dd}.", "paidOn");
        if (DateRules.Happened(PaidOn, At, "paidOn") is { } future)
            return future;
        var contract = states.Get<Contract>(payment.ContractId);
        var cash = states.Get<FundCash>(Fund);
        if ((BankBooks.EntryOf(states, BankEntryId).MustBeFreeToPay(Fund, BankReference)
            ?? contract.MustBePayable(DisbursementId)
            ?? FundTerms.Of(states, Fund).MustNotPayAfterDeadline(PaidOn, "paidOn")
            ?? PartnerAccounts.Of(states, payment.Partner).MustBeOpen(payment.AccountId)) is { } refusal)
            return refusal;
        var set = OffsetRecoveries.Decide(states, payment, PaidOn, Offsets);
        if (set.Refusal is not null)
            return set.Refusal;
        if (MustStillFit(contract, set) is { } usedUp)
            return usedUp;
        var bank = payment.Money() - set.Total;
        if (cash.MustHold(bank) is { } gone)
            return gone;
        var attribution = set.Sources.Attribute(payment.Money(), contract.Window);
        IReadOnlyList<IFundEvent> facts =
        [
            .. set.Facts,
            new PaymentExecuted(
                Fund, DisbursementId, payment.ContractId, payment.Partner, contract.Window, payment.Money(), PaidOn, BankReference,
                attribution, set.Total.IsZero ? null : set.Total, payment.Iban),
            .. BankBooks.Match(states, Fund, BankReference, BankKinds.Payment, DisbursementId, -bank),
        ];
        return Decision.Record(facts).LinkedTo([payment.TraceParent, contract.TraceParent, .. cash.ReceiptTraces]);
    }

    /// <summary>Facts may have used up the contract since the payment was authorised under it; what is set off now opens it again.</summary>
    static Refusal? MustStillFit(Contract contract, OffsetDecision set)
    {
        var offset = Money.Sum(set.Facts.OfType<RecoveryOffset>().Where(fact => fact.ContractId == contract.Id).Select(fact => fact.Amount), contract.In(0).Currency);
        var open = contract.Open() + offset;
        return open.IsNegative
            ? Refusal.Rule("exceeds-contract", $"Since the payment was authorised, {-open} more was paid under the contract than it allows: {contract.Figures()}.", "amount")
            : null;
    }

    /// <summary>Execute a payment</summary>
    /// <remarks>
    /// The last of the four steps: a finance officer books the entry of the bank's statement. What was reserved under the contract and of the
    /// fund's cash is spent, and whose money it was is frozen. The same bank reference cannot pay two disbursements of one fund. It is
    /// refused where facts, such as imported payments, have used up the contract since it was authorised. What the partner owes under recovery orders may be set off: the bank then paid that much less.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Execute(
        string fund, string id, PaymentExecutionBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ExecutePayment(
            Codes.Fold(fund), Ids.Fold(id), body.PaidOn, body.BankReference.Trim(),
            body.Offsets is null ? null : [.. body.Offsets.Select(offset => offset with { Recovery = Ids.Fold(offset.Recovery) })]));
}
