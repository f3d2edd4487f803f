using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Bank;

/// <summary>
/// What Disbursements booked as money that came back under one reference of a fund's bank: from partners, or because the bank returned a
/// payment. It is no contribution and no interest, and must not be there twice. The id is the fund's code and the reference in upper case.
/// </summary>
public sealed record MoneyBack : State
{
    /// <summary>What stands under the reference, in the order it was booked; nothing once all of it was reversed.</summary>
    public IReadOnlyList<MoneyBackBooking> Bookings { get; init; } = [];

    /// <summary>The state's id: banks' references do not differ by letter case alone.</summary>
    public static string IdOf(string fund, string bankReference) => $"{fund}/{bankReference.ToUpperInvariant()}";

    /// <summary>Refuses to book a credit of the bank that is booked as money that came back; what was booked wrongly and reversed leaves it free.</summary>
    internal static Refusal? MustNotHold(States states, string fund, string bankReference) =>
        states.TryFind<MoneyBack>(IdOf(fund, bankReference), out var entry) && entry.Bookings is [var booked, ..]
            ? Refusal.Conflict(
                "bank-reference-already-booked",
                $"The bank's reference '{bankReference}' is booked already, in Disbursements: {booked.Kind} '{booked.Target}'. Where that is wrong, reverse it first.",
                "bankReference")
            : null;

    internal static IEnumerable<StateKey> Touches(RecoveryCashed fact) =>
        [StateKey.Of<MoneyBack>(IdOf(fact.Fund, fact.BankReference)), StateKey.Of<RecoveryReceipt>(RecoveryReceipt.IdOf(fact))];

    internal static IEnumerable<StateKey> Touches(States states, RecoveryCashReversed fact)
    {
        var receipt = StateKey.Of<RecoveryReceipt>(RecoveryReceipt.IdOf(fact));
        yield return receipt;
        if (states.Holds(receipt) && states.Find(receipt) is RecoveryReceipt known)
            yield return StateKey.Of<MoneyBack>(known.EntryId);
    }

    internal static IEnumerable<StateKey> Touches(PaymentReturned fact) => [StateKey.Of<MoneyBack>(IdOf(fact.Fund, fact.BankReference))];

    internal static void Apply(States states, RecoveryCashed fact)
    {
        var entry = IdOf(fact.Fund, fact.BankReference);
        Book(states, entry, new("recovery", fact.RecoveryId));
        states.Put(new RecoveryReceipt { Id = RecoveryReceipt.IdOf(fact), EntryId = entry });
    }

    /// <summary>Which entry of the bank it was, only the receipt's own row tells.</summary>
    internal static void Apply(States states, RecoveryCashReversed fact)
    {
        if (!states.TryFind<RecoveryReceipt>(RecoveryReceipt.IdOf(fact), out var receipt))
            return;
        var wrong = new MoneyBackBooking("recovery", fact.RecoveryId);
        states.Change<MoneyBack>(receipt.EntryId, entry => entry with { Bookings = [.. entry.Bookings.Where(booking => booking != wrong)] });
    }

    internal static void Apply(States states, PaymentReturned fact) =>
        Book(states, IdOf(fact.Fund, fact.BankReference), new("return", fact.DisbursementId));

    static void Book(States states, string id, MoneyBackBooking booking)
    {
        var entry = states.Find<MoneyBack>(id) ?? new() { Id = id };
        states.Put(entry with { Bookings = [.. entry.Bookings, booking] });
    }
}

/// <summary>Money that came back.</summary>
/// <param name="Kind"><c>recovery</c> or <c>return</c>.</param>
/// <param name="Target">Id of the recovery order, or of the payment that the bank returned.</param>
public sealed record MoneyBackBooking(string Kind, string Target);

/// <summary>Under which entry of the bank a receipt of a recovery order stands: its reversal does not say. The id is the order's, a slash and the receipt's.</summary>
public sealed record RecoveryReceipt : State
{
    public required string EntryId { get; init; }

    internal static string IdOf(RecoveryCashed fact) => $"{fact.RecoveryId}/{fact.ReceiptId ?? fact.BankReference}";

    internal static string IdOf(RecoveryCashReversed fact) => $"{fact.RecoveryId}/{fact.ReceiptId}";
}
