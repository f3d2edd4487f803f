using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>A step that settles a recovery order.</summary>
abstract record RecoveryStep(string Fund, string RecoveryId) : Command<RecoveryView>
{
    public sealed override StateKey? Versioned => StateKey.Of<Recovery>(RecoveryId);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return Versioned!.Value;
        if (!states.Holds(Versioned!.Value) || !states.TryFind<Recovery>(RecoveryId, out var recovery))
            yield break;
        yield return StateKey.Of<Contract>(recovery.ContractId);
        yield return StateKey.Of<FundCash>(Fund);
        foreach (var key in PaidMoney.Keys(Fund, recovery.ContractId))
            yield return key;
    }

    public sealed override Decision Decide(States states) => states.TryFind<Recovery>(RecoveryId, out var recovery) && recovery.Fund == Fund
        ? Decide(states, recovery)
        : Refusal.NotFound("recovery order", RecoveryId, "id");

    public sealed override RecoveryView View(States states) => RecoveryView.Of(states.Get<Recovery>(RecoveryId));

    /// <summary>The order changes, and with it what the partner owes under the contract.</summary>
    public static void Settle(States states, string recoveryId, Func<Recovery, Recovery> change)
    {
        var before = states.Get<Recovery>(recoveryId);
        var after = change(before);
        states.Put(after);
        states.Change<Contract>(before.ContractId, contract => contract.Owe(after.Open() - before.Open()));
    }

    protected abstract Decision Decide(States states, Recovery recovery);

    protected Refusal? MustFollow(Recovery recovery, DateOnly date, string field) => date < recovery.EstablishedOn
        ? Refusal.Rule("date-before-order", $"The order was established on {recovery.EstablishedOn:yyyy-MM-dd}.", field)
        : DateRules.Happened(date, At, field);
}

/// <summary>Money of a recovery order arrived.</summary>
/// <param name="Amount">What arrived, above zero. It counts even above what is open: the order then shows the excess.</param>
/// <param name="CashedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
sealed record RecoveryCashBody([Positive] Money Amount, DateOnly CashedOn, [Required, StringLength(80)] string BankReference);

/// <summary>
/// A finance officer books that a partner paid back: a fact of the bank, which counts even above the order. It is not income: the contract's net
/// paid is lower by it.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="Body">What arrived.</param>
/// <param name="ReceiptId">Id of the receipt; null lets the bank's reference stand for it.</param>
sealed record CashRecovery(string Fund, string RecoveryId, RecoveryCashBody Body, string? ReceiptId = null) : RecoveryStep(Fund, RecoveryId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/recoveries/{id}/receipts", Cash)
        .WithName("CashRecovery")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<RecoveryView>();

    public override IEnumerable<StateKey> Touches(States states) => base.Touches(states).Concat(BankBooks.Keys(states, BankEntry.IdOf(Fund, Body.BankReference)));

    protected override Decision Decide(States states, Recovery recovery)
    {
        if ((recovery.MustBeMoney(Body.Amount, "amount")
            ?? MustFollow(recovery, Body.CashedOn, "cashedOn")
            ?? BankBooks.EntryOf(states, BankEntry.IdOf(Fund, Body.BankReference)).MustBeFree(Fund, Body.BankReference)
            ?? BankBooks.EntryOf(states, BankEntry.IdOf(Fund, Body.BankReference)).MustHoldNoCredit(Fund, Body.BankReference)) is { } refusal)
            return refusal;
        var contract = states.Get<Contract>(recovery.ContractId);
        IReadOnlyList<IFundEvent> facts =
        [
            new RecoveryCashed(
                Fund, RecoveryId, recovery.ContractId, recovery.Partner, recovery.Window, Body.Amount, Body.CashedOn, Body.BankReference,
                states.SourcesOf(contract).Returning(Body.Amount), ReceiptId),
            .. BankBooks.Match(states, Fund, Body.BankReference, BankKinds.Recovery, RecoveryId, Body.Amount),
        ];
        return Decision.Record(facts).LinkedTo(recovery.TraceParent, contract.TraceParent);
    }

    public static void Apply(States states, RecoveryCashed cashed, Recorded recorded)
    {
        Settle(states, cashed.RecoveryId, recovery => recovery with
        {
            Cashed = (recovery.In(recovery.Cashed) + cashed.Amount).Amount,
            Receipts =
            [
                .. recovery.Receipts,
                new(cashed.ReceiptId ?? cashed.BankReference, cashed.Amount.Amount, cashed.CashedOn, cashed.BankReference, recorded.Actor, Part.Of(cashed.Attribution)),
            ],
        });
        states.Change<Contract>(cashed.ContractId, contract => contract.Recover(cashed.Amount));
        states.Change<FundCash>(cashed.Fund, cash => cash.Recover(cashed.Amount));
        PaidMoney.Move(states, cashed.Fund, cashed.ContractId, cashed.Attribution, cashed.Amount, back: true);
        BankBooks.Book(states, cashed.Fund, cashed.BankReference, BankKinds.Recovery, cashed.RecoveryId, cashed.Amount, cashed.CashedOn);
    }

    /// <summary>Book that a partner paid back</summary>
    /// <remarks>The fund has the cash again and the contract the amount open; it goes back to the donors in the proportions the contract was paid. What is above the order counts as well, and is shown as its excess.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the recovery order.</param>
    static Task<CommandResult<RecoveryView>> Cash(string fund, string id, RecoveryCashBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new CashRecovery(Codes.Fold(fund), Ids.Fold(id), body with { BankReference = body.BankReference.Trim() }, Guid.CreateVersion7().ToString()));
}
