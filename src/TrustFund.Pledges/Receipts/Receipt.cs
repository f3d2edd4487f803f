using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Receipts;

/// <summary>
/// Money of a donor that arrived on the fund's account. Its id is the fund's code and the bank's reference, in upper case: one entry of the
/// bank is booked once. A wrong entry that was reversed makes room for the right one: its id becomes the receipt's own.
/// </summary>
public sealed record Receipt : State
{
    const string Returned = "REFUND";

    public required string ReceiptId { get; init; }

    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    /// <summary>What arrived, in the fund's currency.</summary>
    public required decimal Amount { get; init; }

    /// <summary>
    /// Where it begins in the row of the pledge's receipts. Money is allocated in the order in which it was booked, so this and the pledge
    /// tell what of this receipt still counts, and what of that waits, without a change to the row.
    /// </summary>
    public required decimal ReceivedBefore { get; init; }

    /// <summary>The bank's value date.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The bank's reference, as it was sent.</summary>
    public required string BankReference { get; init; }

    /// <summary>Its place in the journal: the order in which receipts were booked.</summary>
    public required long Sequence { get; init; }

    /// <summary>What arrived in the pledge's own currency, where that is not the fund's.</summary>
    public Money? Original { get; init; }

    /// <summary>The rate it was booked at.</summary>
    public RateQuote? Rate { get; init; }

    /// <summary>When it was reversed; null when it stands.</summary>
    public DateOnly? ReversedOn { get; init; }

    public string? ReversalReason { get; init; }

    /// <summary>The bank's reference of the reversing entry; null when it stands, or was corrected.</summary>
    public string? ReversalReference { get; init; }

    /// <summary>The state's id: banks' references do not differ by letter case alone.</summary>
    public static string IdOf(string fund, string bankReference) => $"{fund}/{bankReference.ToUpperInvariant()}";

    /// <summary>The states that an entry of the bank touches: its own, and where a wrong entry goes that makes room for it.</summary>
    internal static IEnumerable<StateKey> Touches(States states, string fund, string bankReference)
    {
        var entry = StateKey.Of<Receipt>(IdOf(fund, bankReference));
        yield return entry;
        if (states.Holds(entry) && states.Find(entry) is Receipt { IsCorrected: true } wrong)
            yield return StateKey.Of<Receipt>(wrong.ReceiptId);
    }

    /// <summary>
    /// The states that a refund touches that comes back without an entry of the bank: as <see cref="Touches"/>, of what it is booked under.
    /// </summary>
    internal static IEnumerable<StateKey> TouchesReturn(States states, string fund, string refund)
    {
        foreach (var reference in ReferencesOf(refund))
        {
            foreach (var key in Touches(states, fund, reference))
                yield return key;
            var entry = StateKey.Of<Receipt>(IdOf(fund, reference));
            if (!states.Holds(entry) || states.Find(entry) is not Receipt { IsCorrected: false })
                yield break;
        }
    }

    /// <summary>Refuses of a person what refunds that come back are booked under.</summary>
    internal static Refusal? MustNotBeReserved(string bankReference) =>
        bankReference.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var first, var refund, ..]
        && first.Equals(Returned, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(refund, "D", out _)
            ? Refusal.Rule(
                "reserved-bank-reference",
                $"Under '{bankReference}' no entry of the bank is booked: it stands for a refund that was taken back. Write it with a sign between, as '{Returned}-…'.",
                "bankReference")
            : null;

    /// <summary>Whether it was a wrong entry, which another may replace. What the bank itself took back did arrive: its reference stays booked.</summary>
    internal bool IsCorrected => ReversedOn is not null && ReversalReference is null;

    /// <summary>Applied before the pledge takes the money in.</summary>
    internal static void Apply(States states, ContributionReceived fact, long sequence) => Book(states, fact.PledgeId, new()
    {
        Id = "",
        ReceiptId = fact.ReceiptId,
        Fund = fact.Fund,
        PledgeId = fact.PledgeId,
        Amount = fact.Amount.Amount,
        ReceivedBefore = 0,
        ReceivedOn = fact.ReceivedOn,
        BankReference = fact.BankReference,
        Sequence = sequence,
        Original = fact.Original,
        Rate = fact.Rate,
    });

    /// <summary>A refund that came back is a receipt of its own, so that it can be taken back as any other; applied before the pledge takes it in.</summary>
    internal static void Apply(States states, RefundTakenBack fact, long sequence) => Book(states, fact.PledgeId, new()
    {
        Id = "",
        ReceiptId = fact.RequestId,
        Fund = fact.Fund,
        PledgeId = fact.PledgeId,
        Amount = fact.Amount.Amount,
        ReceivedBefore = 0,
        ReceivedOn = fact.TakenBackOn,
        BankReference = fact.BankReference ?? FreeReference(states, fact.Fund, fact.RequestId),
        Sequence = sequence,
        Original = fact.Original,
    });

    /// <summary>What a refund that came back without an entry of the bank is booked under: where a receipt of before this was refused stands there, with a number.</summary>
    static string FreeReference(States states, string fund, string refund) =>
        ReferencesOf(refund).First(reference => states.Find<Receipt>(IdOf(fund, reference)) is not { IsCorrected: false });

    static IEnumerable<string> ReferencesOf(string refund)
    {
        yield return $"{Returned} {refund}";
        for (var number = 2; ; number++)
            yield return $"{Returned} {refund} {number}";
    }

    internal static void Apply(States states, ReceiptReversed fact) => states.Change<Receipt>(
        IdOf(fact.Fund, fact.ReceiptReference), receipt => receipt with
        {
            ReversedOn = fact.ReversedOn,
            ReversalReason = fact.Reason,
            ReversalReference = fact.BankReference,
        });

    static void Book(States states, string pledgeId, Receipt receipt)
    {
        var pledge = states.Get<Pledge>(pledgeId);
        var id = IdOf(receipt.Fund, receipt.BankReference);
        if (states.TryFind<Receipt>(id, out var wrong))
            states.Put(wrong with { Id = wrong.ReceiptId });
        states.Put(receipt with { Id = id, ReceivedBefore = pledge.Received + pledge.Gaps.Taken() });
    }

    /// <summary>What of it still counts, in the pledge's own currency.</summary>
    internal (decimal Allocated, decimal Waiting) Counts(Pledge pledge)
    {
        if (pledge.Foreign is { } foreign)
            return foreign.Lots.FirstOrDefault(lot => lot.ReceiptId == ReceiptId) is { } lot ? (lot.Allocated(), lot.Waiting) : (0, 0);
        var left = pledge.Gaps.Left(ReceivedBefore, ReceivedBefore + Amount);
        var allocated = Math.Clamp(pledge.Allocated - pledge.Gaps.Left(0, ReceivedBefore), 0, left);
        return (allocated, left - allocated);
    }
}

/// <summary>Money of a donor that arrived.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Pledge">Id of the pledge it was paid for.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What arrived, in the fund's currency.</param>
/// <param name="Allocated">The part within the certified amount, which the fund may spend, in the pledge's own currency.</param>
/// <param name="Unallocated">The part above it, in the pledge's own currency: held, never spent, until a certificate covers it.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Original">What arrived in the pledge's own currency; null when that is the fund's.</param>
/// <param name="Rate">The rate it was booked at; null when none was needed.</param>
/// <param name="Refunded">What of it was paid back to the donor, in the pledge's own currency.</param>
/// <param name="ReversedOn">When it was reversed; null when it stands.</param>
/// <param name="ReversalReason">Why it was reversed.</param>
public sealed record ReceiptView(
    string Id,
    string Fund,
    string Pledge,
    string Donor,
    Money Amount,
    Money Allocated,
    Money Unallocated,
    DateOnly ReceivedOn,
    string BankReference,
    Money? Original,
    RateQuote? Rate,
    Money Refunded,
    DateOnly? ReversedOn,
    string? ReversalReason)
{
    internal static ReceiptView Of(Receipt receipt, Pledge pledge)
    {
        var (allocated, waiting) = receipt.Counts(pledge);
        var refunded = receipt.ReversedOn is null ? (receipt.Original?.Amount ?? receipt.Amount) - allocated - waiting : 0;
        return new(
            receipt.ReceiptId,
            receipt.Fund,
            receipt.PledgeId,
            pledge.Donor,
            pledge.In(receipt.Amount),
            pledge.InOwn(allocated),
            pledge.InOwn(waiting),
            receipt.ReceivedOn,
            receipt.BankReference,
            receipt.Original,
            receipt.Rate,
            pledge.InOwn(refunded),
            receipt.ReversedOn,
            receipt.ReversalReason);
    }
}
