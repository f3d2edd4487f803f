using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>Why a receipt of a recovery order is taken back.</summary>
/// <param name="ReversedOn">The date on which the correction takes effect: not before the receipt, not in the future.</param>
/// <param name="Reason">For the auditor.</param>
sealed record RecoveryReceiptReversalBody(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>
/// Money of a recovery order was booked by mistake: an authorising officer who did not book it takes it back, whole and once. The money is not
/// there, whatever was paid with it since, so the cash may become negative and the contract be above its ceiling; what needs them is refused then.
/// </summary>
sealed record ReverseRecoveryReceipt(string Fund, string RecoveryId, string ReceiptId, RecoveryReceiptReversalBody Body) : RecoveryStep(Fund, RecoveryId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/recoveries/{id}/receipts/{receipt}/reversal", Reverse)
        .WithName("ReverseRecoveryReceipt")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<RecoveryView>();

    public override IEnumerable<StateKey> Touches(States states)
    {
        foreach (var key in base.Touches(states))
            yield return key;
        if (!states.Holds(Versioned!.Value) || states.Find<Recovery>(RecoveryId)?.ReceiptOf(ReceiptId) is not { } receipt)
            yield break;
        foreach (var key in BankBooks.Keys(states, BankEntry.IdOf(Fund, receipt.BankReference)))
            yield return key;
    }

    public static void Apply(States states, RecoveryCashReversed reversed, Recorded recorded)
    {
        var order = states.Get<Recovery>(reversed.RecoveryId);
        var receipt = order.ReceiptOf(reversed.ReceiptId)
            ?? throw new InvalidOperationException($"Recovery order {order.Id} has no receipt '{reversed.ReceiptId}'.");
        var gone = receipt with { ReversedOn = reversed.ReversedOn, ReversedBy = recorded.Actor, ReversedBecause = reversed.Reason };
        Settle(states, order.Id, kept => kept with
        {
            Cashed = (kept.In(kept.Cashed) - reversed.Amount).Amount,
            Receipts = [.. kept.Receipts.Select(each => ReferenceEquals(each, receipt) ? gone : each)],
        });
        states.Change<Contract>(reversed.ContractId, contract => contract.Recover(-reversed.Amount));
        states.Change<FundCash>(reversed.Fund, cash => cash.Recover(-reversed.Amount));
        PaidMoney.Move(states, reversed.Fund, reversed.ContractId, reversed.Attribution, reversed.Amount, back: false);
        BankBooks.Cancel(states, BankEntry.IdOf(reversed.Fund, receipt.BankReference), BankKinds.Recovery, order.Id);
    }

    protected override Decision Decide(States states, Recovery recovery)
    {
        if (recovery.ReceiptOf(ReceiptId) is not { } receipt)
            return Refusal.NotFound("receipt", ReceiptId, "receipt");
        if (receipt.ReversedOn is { } before)
            return Refusal.Conflict("already-reversed", $"The receipt was reversed on {before:yyyy-MM-dd}: that happens once.");
        if (Body.ReversedOn < receipt.CashedOn)
            return Refusal.Rule("date-before-receipt", $"The money arrived on {receipt.CashedOn:yyyy-MM-dd}: it cannot be reversed on {Body.ReversedOn:yyyy-MM-dd}.", "reversedOn");
        if (DateRules.Happened(Body.ReversedOn, At, "reversedOn") is { } future)
            return future;
        if (Actor == receipt.BookedBy)
            return Refusal.Forbidden("four-eyes", "You booked this receipt: somebody else must reverse it.");
        var (contract, reason) = (states.Get<Contract>(recovery.ContractId), Body.Reason.Trim());
        IReadOnlyList<IFundEvent> facts =
        [
            new RecoveryCashReversed(
                Fund, RecoveryId, recovery.ContractId, recovery.Partner, recovery.Window, recovery.In(receipt.Amount), Body.ReversedOn, reason,
                [.. receipt.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, recovery.In(part.Amount)))], receipt.Id),
            .. BankBooks.Unmatch(states, Fund, BankEntry.IdOf(Fund, receipt.BankReference), BankKinds.Recovery, RecoveryId, reason),
        ];
        return Decision.Record(facts).LinkedTo(recovery.TraceParent, contract.TraceParent);
    }

    /// <summary>Reverse a receipt of a recovery order</summary>
    /// <remarks>
    /// A correction: the money was booked by mistake. It is taken back whole and once, by an authorising officer who did not book it; the partner
    /// owes it again, the fund has the cash no more, and the bank's reference may be booked anew.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the recovery order.</param>
    /// <param name="receipt">Id of the receipt, as the order lists it.</param>
    static Task<CommandResult<RecoveryView>> Reverse(
        string fund, string id, string receipt, RecoveryReceiptReversalBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReverseRecoveryReceipt(Codes.Fold(fund), Ids.Fold(id), Ids.Fold(receipt), body));
}
