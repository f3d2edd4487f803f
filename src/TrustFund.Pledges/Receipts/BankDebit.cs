using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Receipts;

/// <summary>
/// What is booked as money that went out by one entry of the bank: the reversals of receipts that the bank made, and refunds that were paid.
/// Its id is the fund's code and the bank's reference, in upper case. What came in under the same reference is another entry, and what the
/// bank charged as interest is found among the interest.
/// </summary>
public sealed record BankDebit : State
{
    /// <summary>In the order in which they were booked; facts of Disbursements, and of before it was refused, may be several.</summary>
    public IReadOnlyList<BankDebitBooking> Bookings { get; init; } = [];

    public static string IdOf(string fund, string bankReference) => Receipt.IdOf(fund, bankReference);

    /// <summary>What tells whether a debit of the bank is booked already.</summary>
    internal static IEnumerable<StateKey> Touches(string fund, string bankReference) =>
        [StateKey.Of<BankDebit>(IdOf(fund, bankReference)), StateKey.Of<InterestEntry>(InterestEntry.IdOf(fund, bankReference))];

    /// <summary>Refuses to book one debit of the bank twice.</summary>
    internal static Refusal? MustBeFree(States states, string fund, string bankReference)
    {
        if (states.Find<BankDebit>(IdOf(fund, bankReference)) is { Bookings: [var booked, ..] })
            return Taken(bankReference, booked.Kind == BankDebitBooking.Refund ? $"the refund '{booked.Target}'" : $"the reversal of the receipt '{booked.Target}'");
        return states.Find<InterestEntry>(InterestEntry.IdOf(fund, bankReference)) is { ReversedOn: null, Amount: < 0 } charged
            ? Taken(bankReference, $"interest '{charged.InterestId}' of {charged.ValueOn:yyyy-MM-dd}")
            : null;
    }

    internal static void Apply(States states, ReceiptReversed fact)
    {
        if (fact.BankReference is { } reference)
            Book(states, IdOf(fact.Fund, reference), new(BankDebitBooking.Reversal, fact.ReceiptId));
    }

    internal static void Apply(States states, RefundCompleted fact) =>
        Book(states, IdOf(fact.Fund, fact.BankReference), new(BankDebitBooking.Refund, fact.RequestId));

    /// <summary>A refund that the bank returned did go out; one that was booked by mistake leaves its entry to what it stands for.</summary>
    internal static void Apply(States states, RefundTakenBack fact)
    {
        if (fact.BankReference is null && states.Get<Refund>(fact.RequestId).BankReference is { } reference)
        {
            states.Change<BankDebit>(IdOf(fact.Fund, reference), debit => debit with
            {
                Bookings = [.. debit.Bookings.Where(booking => booking != new BankDebitBooking(BankDebitBooking.Refund, fact.RequestId))],
            });
        }
    }

    static void Book(States states, string id, BankDebitBooking booking)
    {
        var debit = states.Find<BankDebit>(id) ?? new() { Id = id };
        states.Put(debit with { Bookings = [.. debit.Bookings, booking] });
    }

    static Refusal Taken(string bankReference, string by) => Refusal.Conflict(
        "bank-reference-already-booked", $"The bank's debit '{bankReference}' is booked already: it stands for {by}.", "bankReference");
}

/// <summary>Money that went out.</summary>
/// <param name="Kind">What it was: <see cref="Reversal"/> or <see cref="Refund"/>.</param>
/// <param name="Target">Id of the receipt that was reversed, or of the refund's request.</param>
public sealed record BankDebitBooking(string Kind, string Target)
{
    internal const string Reversal = "reversal";
    internal const string Refund = "refund";
}
