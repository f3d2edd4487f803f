using TrustFund.Disbursements.Refunds;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Bank;

/// <summary>What Pledges books may be what a line of a statement waited for, and what it reverses what one was matched with.</summary>
static class FollowReceipts
{
    public static IEnumerable<StateKey> Keys(States states, IFundEvent fact) => fact switch
    {
        ContributionReceived received => Of(states, received.Fund, received.BankReference, received.ReceiptId),
        InterestBooked booked => Of(states, booked.Fund, booked.BankReference, booked.InterestId),
        ReceiptReversed { BankReference: { } reference } reversed => BankBooks.Keys(states, BankEntry.IdOf(reversed.Fund, reference)),
        ReceiptReversed reversed => OfKnown(states, reversed.ReceiptId).Concat(CancelReturn.Keys(states, reversed)),
        InterestReversed reversed => OfKnown(states, reversed.InterestId),
        _ => [],
    };

    public static IEnumerable<IFundEvent> React(States states, IFundEvent fact) => fact switch
    {
        ContributionReceived received => BankBooks.Match(states, received.Fund, received.BankReference, BankKinds.Receipt, received.ReceiptId, received.Amount),
        InterestBooked booked => BankBooks.Match(states, booked.Fund, booked.BankReference, BankKinds.Interest, booked.InterestId, booked.Amount),
        ReceiptReversed { BankReference: { } reference } reversed =>
            BankBooks.Match(states, reversed.Fund, reference, BankKinds.Return, reversed.ReversalId, -reversed.Amount),
        ReceiptReversed reversed => Unmatch(states, reversed.Fund, reversed.ReceiptId, reversed.Reason).Concat(CancelReturn.React(states, reversed)),
        InterestReversed reversed => Unmatch(states, reversed.Fund, reversed.InterestId, reversed.Reason),
        _ => [],
    };

    static IEnumerable<StateKey> Of(States states, string fund, string reference, string id) =>
        BankBooks.Keys(states, BankEntry.IdOf(fund, reference)).Append(StateKey.Of<BankReceipt>(id));

    static IEnumerable<StateKey> OfKnown(States states, string id)
    {
        var key = StateKey.Of<BankReceipt>(id);
        return states.Holds(key) && states.TryFind<BankReceipt>(id, out var receipt) ? BankBooks.Keys(states, receipt.EntryId).Append(key) : [key];
    }

    static IEnumerable<IFundEvent> Unmatch(States states, string fund, string id, string reason) =>
        states.TryFind<BankReceipt>(id, out var receipt) ? BankBooks.Unmatch(states, fund, receipt.EntryId, receipt.Kind, id, reason) : [];
}
