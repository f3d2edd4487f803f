using TrustFund.Disbursements.Bank;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Refunds;

/// <summary>
/// A refund that the bank returned is a receipt in Pledges. When that is corrected there, the bank's credit was something else: its line waits for
/// that again, and its reference is free.
/// </summary>
static class CancelReturn
{
    public static IEnumerable<StateKey> Keys(States states, ReceiptReversed correction)
    {
        var key = StateKey.Of<Refund>(correction.ReceiptId);
        yield return key;
        if (!states.Holds(key) || states.Find<Refund>(correction.ReceiptId)?.ReturnReference is not { } reference)
            yield break;
        foreach (var bank in BankBooks.Keys(states, BankEntry.IdOf(correction.Fund, reference)))
            yield return bank;
    }

    public static IEnumerable<IFundEvent> React(States states, ReceiptReversed correction)
    {
        if (states.Find<Refund>(correction.ReceiptId) is not { ReturnReference: { } reference } refund)
            return [];
        return
        [
            .. BankBooks.Unmatch(states, refund.Fund, BankEntry.IdOf(refund.Fund, reference), BankKinds.Return, refund.Id, correction.Reason),
            new RefundReturnCancelled(refund.Fund, refund.Id, reference, correction.Reason),
        ];
    }

    public static void Apply(States states, RefundReturnCancelled cancelled) =>
        BankBooks.Cancel(states, BankEntry.IdOf(cancelled.Fund, cancelled.BankReference), BankKinds.Return, cancelled.RequestId);
}
