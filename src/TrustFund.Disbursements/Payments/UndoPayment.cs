using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>Why an executed payment is taken back.</summary>
/// <param name="ReversedOn">The date on which the correction takes effect: not before the payment, not in the future.</param>
/// <param name="Reason">For the auditor.</param>
sealed record PaymentReversalBody(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>The bank's entry by which a payment came back.</summary>
/// <param name="ReturnedOn">The bank's value date: not before the payment, not in the future.</param>
/// <param name="BankReference">The bank's reference of the entry; the payment's own where the bank refused to send it.</param>
/// <param name="Reason">Why, as the bank says.</param>
sealed record PaymentReturnBody(DateOnly ReturnedOn, [Required, StringLength(80)] string BankReference, [Required, StringLength(500)] string Reason);

/// <summary>What a reversal and a return have in common: an executed payment is undone, whole and once.</summary>
abstract record UndoPayment(string Fund, string DisbursementId, DateOnly On, string Reason) : PaymentStep(Fund, DisbursementId)
{
    public override IEnumerable<StateKey> Touches(States states)
    {
        foreach (var key in WithBalances(states))
            yield return key;
        if (Loaded(states) is not { BankReference: { } reference } payment)
            yield break;
        foreach (var key in PaidMoney.Keys(Fund, payment.ContractId).Concat(BankBooks.Keys(states, BankEntry.IdOf(Fund, reference))))
            yield return key;
        foreach (var key in PrefinancingBooks.Keys(states, payment.ContractId))
            yield return key;
        foreach (var offset in payment.Offsets)
        {
            yield return StateKey.Of<Recovery>(offset.RecoveryId);
            yield return StateKey.Of<Contract>(offset.ContractId);
            yield return StateKey.Of<ContractSources>(offset.ContractId);
        }
    }

    protected Refusal? MustHaveLeft(Disbursement payment, string field)
    {
        if (payment.Status is DisbursementStatus.Reversed or DisbursementStatus.Returned)
            return Refusal.Conflict("already-reversed", $"The payment was {DisbursementView.NameOf(payment.Status)} on {payment.UndoneOn:yyyy-MM-dd}: that happens once.");
        if (payment.MustBe(DisbursementStatus.Executed, "taken back") is { } wrongState)
            return wrongState;
        return On < payment.PaidOn
            ? Refusal.Rule("date-before-payment", $"The payment was made on {payment.PaidOn:yyyy-MM-dd}: it cannot have come back on {On:yyyy-MM-dd}.", field)
            : DateRules.Happened(On, At, field);
    }

    /// <summary>What was set off against the payment is open again.</summary>
    protected IEnumerable<IFundEvent> Reopen(Disbursement payment) => payment.Offsets.Select(offset => new RecoveryOffsetReversed(
        Fund, offset.RecoveryId, offset.ContractId, payment.Partner, offset.Window, payment.In(offset.Amount), DisbursementId, On,
        [.. offset.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, payment.In(part.Amount)))]));

    /// <summary>Pre-financing comes back in the books of no day on which a report has used it up there; null where no day is too early, or none late enough.</summary>
    protected static DateOnly? OpenFrom(States states, Disbursement payment) => payment.Kind == PaymentKind.PreFinancing
        ? PrefinancingBooks.OpenFrom(states, states.Get<Contract>(payment.ContractId), payment.Money())
        : null;

    /// <summary>Whose money comes back: the payment's own, once what had been set off has been taken from it again.</summary>
    protected static IReadOnlyList<AttributedAmount> Attribution(States states, Disbursement payment)
    {
        var sources = states.SourcesOf(states.Get<Contract>(payment.ContractId));
        foreach (var offset in payment.Offsets.Where(offset => offset.ContractId == payment.ContractId))
            sources = sources.Add([.. offset.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, payment.In(part.Amount)))]);
        return sources.Undoing(payment.Attribution);
    }

    protected static void Undo(
        States states, string fund, string disbursement, string contractId, Money amount, IReadOnlyList<AttributedAmount> attribution,
        Recorded recorded, DisbursementStatus status, DateOnly on, string reason, string? returnReference)
    {
        var payment = states.Get<Disbursement>(disbursement);
        states.Change<Contract>(contractId, contract => (payment.Kind == PaymentKind.PreFinancing ? contract.UndoPrefinancing(disbursement, amount) : contract).PaidOut(-amount) with
        {
            FinalPayment = contract.FinalPayment == disbursement ? null : contract.FinalPayment,
        });
        states.Change<FundCash>(fund, cash => cash.PaidOut(-amount));
        PaidMoney.Move(states, fund, contractId, attribution, amount, back: true);
        states.Put(payment with
        {
            Status = status,
            UndoneBy = recorded.Actor,
            UndoneAt = recorded.At,
            UndoneOn = on,
            UndoneBecause = reason,
            ReturnReference = returnReference,
        });
    }
}

/// <summary>An executed payment was booked wrongly: an authorising officer takes it back, whole, and the right one is entered anew.</summary>
sealed record ReversePayment(string Fund, string DisbursementId, DateOnly On, string Reason) : UndoPayment(Fund, DisbursementId, On, Reason)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/reversal", Reverse)
        .WithName("ReversePayment")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public static void Apply(States states, PaymentReversed reversed, Recorded recorded)
    {
        var reference = states.Get<Disbursement>(reversed.DisbursementId).BankReference!;
        Undo(states, reversed.Fund, reversed.DisbursementId, reversed.ContractId, reversed.Amount, reversed.Attribution, recorded,
            DisbursementStatus.Reversed, reversed.ReversedOn, reversed.Reason, null);
        BankBooks.Cancel(states, BankEntry.IdOf(reversed.Fund, reference), BankKinds.Payment, reversed.DisbursementId);
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (MustHaveLeft(payment, "reversedOn") is { } refusal)
            return refusal;
        if (Actor == payment.ExecutedBy)
            return Refusal.Forbidden("four-eyes", "You booked this payment as executed: somebody else must reverse it.");
        var (contract, amount) = (states.Get<Contract>(payment.ContractId), payment.Money());
        var free = contract.NetPaid() - contract.In(contract.RecoveriesOpen);
        if (amount > free)
            return Refusal.Conflict("recovery-exists", $"Of what was paid under the contract only {free} is not to be recovered or recovered already: waive or settle the recovery orders first.");
        if (payment.Kind == PaymentKind.PreFinancing && amount > contract.PrefinancingOpen())
            return Refusal.Conflict("prefinancing-cleared", $"Reports have used up all but {contract.PrefinancingOpen()} of the contract's pre-financing: it can no longer be reversed.");
        foreach (var other in payment.Offsets.Where(offset => offset.ContractId != contract.Id).GroupBy(offset => offset.ContractId))
        {
            var (open, set) = (states.Get<Contract>(other.Key).Open(), contract.In(other.Sum(offset => offset.Amount)));
            if (set > open)
                return Refusal.Conflict("offset-spent", $"{set} was set off against this payment for contract '{other.Key}', which has only {open} of it left: it was paid or released since.");
        }
        IReadOnlyList<IFundEvent> facts =
        [
            .. Reopen(payment),
            new PaymentReversed(Fund, DisbursementId, contract.Id, payment.Partner, contract.Window, amount, On, Reason, Attribution(states, payment)),
            .. BankBooks.Unmatch(states, Fund, BankEntry.IdOf(Fund, payment.BankReference!), BankKinds.Payment, DisbursementId, Reason),
        ];
        return Decision.Record(facts).BookedFrom(OpenFrom(states, payment)).LinkedTo(payment.TraceParent, contract.TraceParent);
    }

    /// <summary>Reverse a payment</summary>
    /// <remarks>
    /// A correction: the payment was booked wrongly. It is taken back whole and once, by an authorising officer who did not book it; the contract
    /// has it open again and the fund its cash, and the bank's reference may be booked anew. What had been set off against it is open again.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Reverse(string fund, string id, PaymentReversalBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReversePayment(Codes.Fold(fund), Ids.Fold(id), body.ReversedOn, body.Reason.Trim()));
}

/// <summary>The bank sent a payment back: a fact, which books whatever it breaks.</summary>
sealed record ReturnPayment(string Fund, string DisbursementId, DateOnly On, string BankReference, string Reason) : UndoPayment(Fund, DisbursementId, On, Reason)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/return", Return)
        .WithName("ReturnPayment")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public override IEnumerable<StateKey> Touches(States states) => base.Touches(states).Concat(BankBooks.Keys(states, BankEntry.IdOf(Fund, BankReference)));

    public static void Apply(States states, PaymentReturned returned, Recorded recorded)
    {
        var bank = states.Get<Disbursement>(returned.DisbursementId).PaidByBank();
        Undo(states, returned.Fund, returned.DisbursementId, returned.ContractId, returned.Amount, returned.Attribution, recorded,
            DisbursementStatus.Returned, returned.ReturnedOn, returned.Reason, returned.BankReference);
        BankBooks.Book(states, returned.Fund, returned.BankReference, BankKinds.Return, returned.DisbursementId, bank, returned.ReturnedOn);
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (MustHaveLeft(payment, "returnedOn") is { } refusal)
            return refusal;
        var entry = BankBooks.EntryOf(states, BankEntry.IdOf(Fund, BankReference));
        if (((entry.Id == BankEntry.IdOf(Fund, payment.BankReference!) ? null : entry.MustBeFree(Fund, BankReference)) ?? entry.MustHoldNoCredit(Fund, BankReference)) is { } booked)
            return booked;
        var contract = states.Get<Contract>(payment.ContractId);
        IReadOnlyList<IFundEvent> facts =
        [
            .. Reopen(payment),
            new PaymentReturned(
                Fund, DisbursementId, contract.Id, payment.Partner, contract.Window, payment.Money(), On, Reason, BankReference, Attribution(states, payment)),
            .. BankBooks.Match(states, Fund, BankReference, BankKinds.Return, DisbursementId, payment.PaidByBank()),
        ];
        return Decision.Record(facts).BookedFrom(OpenFrom(states, payment)).LinkedTo(payment.TraceParent, contract.TraceParent);
    }

    /// <summary>Book that the bank sent a payment back</summary>
    /// <remarks>
    /// A fact of the bank: the contract has the amount open again and the fund its cash. To pay after all, request a new payment, to another
    /// account perhaps. What had been set off against it is open again.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Return(string fund, string id, PaymentReturnBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReturnPayment(Codes.Fold(fund), Ids.Fold(id), body.ReturnedOn, body.BankReference.Trim(), body.Reason.Trim()));
}
