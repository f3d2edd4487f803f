namespace TrustFund.Disbursements.Bank;

/// <summary>
/// One reference of a fund's bank: what is booked under it, and which lines of statements wait to be explained. The id is the fund's code, a
/// slash and the reference in upper case.
/// </summary>
sealed record BankEntry : State
{
    /// <summary>In order of kind and id, so that it does not matter which came first.</summary>
    public IReadOnlyList<BankBooking> Bookings { get; init; } = [];

    public IReadOnlyList<WaitingLine> Waiting { get; init; } = [];

    /// <summary>The id: one entry has one reference, whatever the letter case it is copied in.</summary>
    public static string IdOf(string fund, string bankReference) => $"{fund}/{bankReference.ToUpperInvariant()}";

    /// <summary>Refuses to book one entry of the bank twice; what was booked wrongly and reversed leaves it free.</summary>
    public Refusal? MustBeFree(string fund, string bankReference)
    {
        var taken = Bookings.FirstOrDefault(booking => !booking.Cancelled && BankKinds.AreOurs(booking.Kind));
        return taken is null ? null : Refusal.Conflict("bank-reference-already-booked", taken.Kind == BankKinds.Payment
            ? $"The bank's entry '{bankReference}' of fund {fund} has paid disbursement '{taken.TargetId}'."
            : $"The bank's entry '{bankReference}' of fund {fund} stands for {taken.Kind} '{taken.TargetId}'.", "bankReference");
    }

    /// <summary>Refuses that money came back by an entry that is booked as money that came in, whoever booked it: it would be there twice.</summary>
    public Refusal? MustHoldNoCredit(string fund, string bankReference) =>
        StandsFor(fund, bankReference, Bookings.FirstOrDefault(booking => booking is { Cancelled: false, Amount: > 0 }));

    /// <summary>Refuses that money goes out by an entry that is booked already, by this service or as money that went out by another: interest that the bank charged.</summary>
    public Refusal? MustBeFreeToPay(string fund, string bankReference) =>
        MustBeFree(fund, bankReference) ?? StandsFor(fund, bankReference, Bookings.FirstOrDefault(booking => booking is { Cancelled: false, Amount: < 0 }));

    /// <summary>The booking that a line of this amount would explain.</summary>
    public BankBooking? Fitting(decimal amount) => Bookings.FirstOrDefault(booking => booking.LineId is null && !booking.Cancelled && booking.Amount == amount);

    public BankEntry With(BankBooking booking) => this with
    {
        Bookings = [.. Bookings.Where(kept => !kept.Is(booking.Kind, booking.TargetId)).Append(booking)
            .OrderBy(kept => kept.Kind, StringComparer.Ordinal).ThenBy(kept => kept.TargetId, StringComparer.Ordinal)],
    };

    public BankEntry Change(string kind, string target, Func<BankBooking, BankBooking> change) => this with
    {
        Bookings = [.. Bookings.Select(kept => kept.Is(kind, target) ? change(kept) : kept)],
    };

    public BankEntry Wait(string line, decimal amount) => this with
    {
        Waiting = [.. Waiting.Append(new(line, amount)).OrderBy(kept => kept.LineId, StringComparer.Ordinal)],
    };

    public BankEntry WaitNoMore(string line) => this with { Waiting = [.. Waiting.Where(kept => kept.LineId != line)] };

    static Refusal? StandsFor(string fund, string bankReference, BankBooking? taken) => taken is null ? null : Refusal.Conflict("bank-reference-already-booked",
        $"The bank's entry '{bankReference}' of fund {fund} stands for {taken.Kind} '{taken.TargetId}': where that is wrong, reverse it first.", "bankReference");
}

/// <summary>Something booked under a bank's reference.</summary>
/// <param name="Kind">One of <see cref="BankKinds"/>.</param>
/// <param name="TargetId">Id of the payment, receipt, …</param>
/// <param name="Amount">What the bank's line must say: negative for what went out.</param>
/// <param name="LineId">The line that shows it; null while none does.</param>
/// <param name="Cancelled">Whether it was booked wrongly and reversed.</param>
/// <param name="ValueOn">The bank's value date, as booked; null for what was booked before it was kept.</param>
sealed record BankBooking(string Kind, string TargetId, decimal Amount, string? LineId = null, bool Cancelled = false, DateOnly? ValueOn = null)
{
    public bool Is(string kind, string target) => Kind == kind && TargetId == target;
}

/// <summary>A line that nothing explains yet.</summary>
/// <param name="LineId">Its id.</param>
/// <param name="Amount">Negative for what went out.</param>
sealed record WaitingLine(string LineId, decimal Amount);

/// <summary>What a line of a statement may stand for.</summary>
static class BankKinds
{
    public const string Payment = "payment";
    public const string Receipt = "receipt";
    public const string Cost = "cost";
    public const string Interest = "interest";
    public const string Recovery = "recovery";
    public const string Refund = "refund";
    public const string Return = "return";

    public static IReadOnlyList<string> All { get; } = [Payment, Receipt, Cost, Interest, Recovery, Refund, Return];

    /// <summary>Whether this service books it itself: one reference then stands for one such thing only.</summary>
    public static bool AreOurs(string kind) => kind is not (Receipt or Interest);
}

/// <summary>A receipt or a booking of interest that Pledges recorded: under which reference to find it, should it be reversed.</summary>
sealed record BankReceipt : State
{
    public required string EntryId { get; init; }

    public required string Kind { get; init; }
}
