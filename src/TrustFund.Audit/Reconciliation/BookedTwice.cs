using TrustFund.Audit.Exceptions;

namespace TrustFund.Audit.Reconciliation;

/// <summary>
/// One entry of the bank is one movement of money: two bookings that went the same way under one reference count it twice. What went out and
/// came back under its own reference is a movement each way.
/// </summary>
static class BookedTwice
{
    public static IEnumerable<Finding> Of(IEnumerable<BankBooking> bookings) =>
        from booking in bookings.Distinct()
        where !booking.Amount.IsZero
        group booking by (booking.Reference, Came: booking.Amount.IsPositive, booking.Amount.Currency) into entry
        where entry.Count() > 1
        orderby entry.Key.Reference, entry.Key.Came
        select Of(entry.Key.Reference, entry.Key.Came, [.. entry.OrderBy(booking => booking.Kind, StringComparer.Ordinal).ThenBy(booking => booking.Target, StringComparer.Ordinal)]);

    static Finding Of(string reference, bool came, IReadOnlyList<BankBooking> bookings)
    {
        var total = Money.Sum(bookings.Select(booking => booking.Amount), bookings[0].Amount.Currency);
        // Which of them is the bank's is not known here: it is one at the most, unless the bank put two payments into one entry.
        var kept = bookings.Select(booking => booking.Amount).MaxBy(amount => amount.Abs().Amount);
        var each = bookings.Select(booking => $"{booking.Kind} '{booking.Target}' of {booking.Amount.Abs()}");
        var side = came ? "credit" : "debit";
        return new Finding(
            ExceptionKinds.BookedTwice,
            $"{side} {reference}",
            $"The bank's {side} '{reference}' is booked as {string.Join(" and as ", each)}: {(total - kept).Abs()} is counted twice, unless the entry holds it all.",
            total - kept)
        {
            Things = [.. bookings.Select(booking => booking.Target)],
        };
    }
}
