using System.ComponentModel.DataAnnotations;
using TrustFund.Journal;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rules;

namespace TrustFund.Pledges.Receipts;

/// <summary>The reversal of a receipt.</summary>
/// <param name="ReversedOn">The bank's value date, or the date of the correction.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
/// <param name="BankReference">The bank's reference of the reversing entry, one debit of which is booked once in a fund; left out for a correction.</param>
public sealed record ReverseReceiptRequest(
    DateOnly ReversedOn,
    [Required, StringLength(500)] string Reason,
    [BankReference] string? BankReference = null);

/// <summary>
/// Reverses a receipt, once and wholly, at its original rate with its exchange difference: the bank took it back, or the entry was wrong.
/// It takes back what the receipt still counts; what was refunded of it is gone already. Other money that waited takes its place.
/// What the bank did is a fact, even where a refund holds the money: the refund is then short of it. A correction waits for the refund.
/// What is allocated of it is taken back in the books of no day on which it may still have waited there.
/// </summary>
public sealed record ReverseReceipt(
    string Fund, string PledgeId, string ReceiptReference, string ReversalId, DateOnly ReversedOn, string Reason, string? BankReference, string? ReceiptId = null)
    : Command<ReceiptView>
{
    string Entry => Receipt.IdOf(Fund, ReceiptReference);

    public override IEnumerable<StateKey> Touches(States states) =>
    [
        StateKey.Of<Pledge>(PledgeId),
        StateKey.Of<FundTotals>(Fund),
        StateKey.Of<Receipt>(Entry),
        .. PledgeWindows.Touches(states, PledgeId),
        .. BankReference is null ? [] : BankDebit.Touches(Fund, BankReference),
    ];

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (!states.TryFind<Receipt>(Entry, out var receipt) || receipt.PledgeId != PledgeId)
            return new Refusal(404, "not-found", $"The pledge '{PledgeId}' has no such receipt.");
        if (Check(states, pledge, receipt) is { } refusal)
            return refusal;
        var reversed = ReversedReceipt.Of(pledge, receipt, this);
        var after = MoneyEvolution.After(pledge, reversed, receipt);
        var difference = ReversedReceipt.Difference(pledge, receipt, ReversedOn).ToList();
        after = difference.Aggregate(after, PledgeEvolution.After);
        return Decision
            .Record([reversed, .. difference, .. WaitingMoney.Allocate(after, ReversedOn)])
            .BookedFrom(reversed.Allocated.IsZero ? null : pledge.LastAllocatedOn)
            .LinkedTo(pledge.TraceParent);
    }

    public override ReceiptView View(States states) => ReceiptView.Of(states.Get<Receipt>(Entry), states.Get<Pledge>(PledgeId));

    Refusal? Check(States states, Pledge pledge, Receipt receipt)
    {
        var (allocated, waiting) = receipt.Counts(pledge);
        return ReceiptId is not null && receipt.ReceiptId != ReceiptId
            ? Refusal.Conflict("already-reversed", $"The receipt '{ReceiptId}' was reversed already: its bank reference '{receipt.BankReference}' was booked anew.")
            : receipt.ReversedOn is { } day
            ? Refusal.Conflict("already-reversed", $"The receipt '{receipt.BankReference}' was reversed on {day:yyyy-MM-dd} already.")
            : allocated + waiting == 0
            ? Refusal.Conflict("nothing-left", $"All of the receipt '{receipt.BankReference}' was refunded: nothing of it is left to reverse. What came back of the refund, if it did, is a receipt of its own.")
            : BankReference is null && ReversedReceipt.IsHeld(pledge, receipt)
            ? Refusal.Conflict("refund-pending", "A refund holds money of this receipt: it must be paid or refused first.")
            : (BankReference is null ? null : BankDebit.MustBeFree(states, Fund, BankReference))
                ?? DateRules.Happened(ReversedOn, At, "reversedOn", DateRules.ValueDateDays)
                ?? DateRules.NotBefore(ReversedOn, receipt.ReceivedOn, "the receipt's value date", "reversedOn");
    }
}
