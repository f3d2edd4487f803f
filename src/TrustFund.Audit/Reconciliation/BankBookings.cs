namespace TrustFund.Audit.Reconciliation;

/// <summary>
/// Asks Disbursements, which hears of everything that is booked under a reference of a fund's bank, for the entries that are booked twice. No
/// service's facts alone show them, and the bank's references stand in no ledger.
/// </summary>
sealed class BankBookings(ServiceAnswers services)
{
    /// <summary>What is booked twice; null when that could not be asked, with why.</summary>
    public async Task<(IReadOnlyList<Exceptions.Finding>? Found, string? Away)> Twice(string fund, CancellationToken cancellation)
    {
        var bookings = new List<BankBooking>();
        string? after = null;
        do
        {
            var path = $"/funds/{fund}/bank-bookings?twice=true&limit=200{(after is null ? "" : $"&after={after}")}";
            var (page, away) = await services.Ask<BankBookingsPage>("disbursements", path, cancellation);
            if (page is null)
                return (null, away);
            bookings.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return ([.. BookedTwice.Of(bookings)], null);
    }
}

/// <summary>A page of what is booked under the references of a fund's bank.</summary>
sealed record BankBookingsPage(IReadOnlyList<BankBooking> Items, string? Next);

/// <summary>Something that stands under a reference of the bank, as far as it is told.</summary>
/// <param name="Kind">payment, receipt, cost, interest, recovery, refund or return.</param>
/// <param name="Target">Id of the payment, receipt, …</param>
/// <param name="Amount">Below zero for what went out.</param>
/// <param name="Reference">The bank's reference.</param>
sealed record BankBooking(string Kind, string Target, Money Amount, string Reference);
