using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Funds;

/// <summary>What the journal of Pledges adds to a fund's cash. A fund is kept from the first fact that names it, whichever it is.</summary>
static class FollowPledges
{
    public static void Apply(States states, FundEstablished established) =>
        states.Put(Kept(states, established.Fund, Currency.Of(established.Currency)));

    public static void Apply(States states, ContributionReceived received, string? traceParent)
    {
        states.Put(Kept(states, received.Fund, received.Allocated.Currency).Receive(received.Allocated, received.Unallocated, traceParent));
        Bring(states, received.Fund, received.Donor, received.Allocated, received.Earmarked);
        Expect(states, received.Fund, received.BankReference, BankKinds.Receipt, received.ReceiptId, received.Amount, received.ReceivedOn);
    }

    /// <summary>What waited unallocated becomes cash to spend.</summary>
    public static void Apply(States states, ContributionAllocated allocated, string? traceParent)
    {
        states.Put(Kept(states, allocated.Fund, allocated.Amount.Currency).Receive(allocated.Amount, -allocated.Amount, traceParent));
        Bring(states, allocated.Fund, allocated.Donor, allocated.Amount, allocated.Earmarked);
    }

    /// <summary>The bank took the money back, or the receipt had been booked wrongly. It may have been spent: then the fund's cash is negative.</summary>
    public static void Apply(States states, ReceiptReversed reversed)
    {
        states.Put(Kept(states, reversed.Fund, reversed.Allocated.Currency).Receive(-reversed.Allocated, -reversed.Unallocated, null));
        Bring(states, reversed.Fund, reversed.Donor, -reversed.Allocated, reversed.Earmarked);
        if (reversed.BankReference is not null)
            BankBooks.Book(states, reversed.Fund, reversed.BankReference, BankKinds.Return, reversed.ReversalId, -reversed.Amount, reversed.ReversedOn);
        else if (states.TryFind<BankReceipt>(reversed.ReceiptId, out var receipt))
            BankBooks.Cancel(states, receipt.EntryId, receipt.Kind, receipt.Id);
    }

    public static void Apply(States states, InterestBooked booked)
    {
        Earn(states, booked.Fund, booked.Amount);
        Expect(states, booked.Fund, booked.BankReference, BankKinds.Interest, booked.InterestId, booked.Amount, booked.ValueOn);
    }

    public static void Apply(States states, InterestReversed reversed)
    {
        Earn(states, reversed.Fund, -reversed.Amount);
        if (states.TryFind<BankReceipt>(reversed.InterestId, out var receipt))
            BankBooks.Cancel(states, receipt.EntryId, receipt.Kind, receipt.Id);
    }

    static void Earn(States states, string fund, Money amount)
    {
        var cash = Kept(states, fund, amount.Currency);
        states.Put(cash with { Interest = (cash.In(cash.Interest) + amount).Amount });
        Bring(states, fund, AttributedAmount.FundInterest, amount, null);
    }

    static void Bring(States states, string fund, string donor, Money amount, IReadOnlyList<WindowAmount>? earmarked) =>
        states.Put(states.SourcesOf(fund, amount.Currency).Bring(donor, amount, earmarked));

    static void Expect(States states, string fund, string reference, string kind, string id, Money amount, DateOnly valueOn)
    {
        BankBooks.Book(states, fund, reference, kind, id, amount, valueOn);
        states.Put(new BankReceipt { Id = id, EntryId = BankEntry.IdOf(fund, reference), Kind = kind });
    }

    /// <exception cref="InvalidOperationException">The fund is kept in another currency: the fact is set aside for a person to look at.</exception>
    static FundCash Kept(States states, string fund, Currency currency)
    {
        var cash = states.CashOf(fund, currency);
        return cash.Currency == currency.Code
            ? cash
            : throw new InvalidOperationException($"Fund {fund} keeps its books in {cash.Currency}, and the fact is in {currency}.");
    }
}
