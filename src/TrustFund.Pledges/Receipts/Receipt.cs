using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Receipts;

/// <summary>Money of a donor that arrived on the fund's account. Its id is the fund's code and the bank's reference, in upper case: one entry of the bank is booked once.</summary>
public sealed record Receipt : State
{
    public required string ReceiptId { get; init; }

    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>
    /// What had arrived for the pledge before. Money is allocated in the order in which it was booked, so this and the pledge's allocated
    /// amount tell what of this receipt still waits, without a change to the row.
    /// </summary>
    public required decimal ReceivedBefore { get; init; }

    /// <summary>The bank's value date.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The bank's reference, as it was sent.</summary>
    public required string BankReference { get; init; }

    /// <summary>Its place in the journal: the order in which receipts were booked.</summary>
    public required long Sequence { get; init; }

    /// <summary>The state's id: banks' references do not differ by letter case alone.</summary>
    public static string IdOf(string fund, string bankReference) => $"{fund}/{bankReference.ToUpperInvariant()}";

    /// <summary>Applied before the pledge takes the money in.</summary>
    internal static void Apply(States states, ContributionReceived fact, long sequence) => states.Put(new Receipt
    {
        Id = IdOf(fact.Fund, fact.BankReference),
        ReceiptId = fact.ReceiptId,
        Fund = fact.Fund,
        PledgeId = fact.PledgeId,
        Amount = fact.Amount.Amount,
        ReceivedBefore = states.Get<Pledge>(fact.PledgeId).Received,
        ReceivedOn = fact.ReceivedOn,
        BankReference = fact.BankReference,
        Sequence = sequence,
    });
}

/// <summary>Money of a donor that arrived.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Pledge">Id of the pledge it was paid for.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What arrived: allocated and unallocated together.</param>
/// <param name="Allocated">The part within the certified amount, which the fund may spend.</param>
/// <param name="Unallocated">The part above it: held, never spent, until a certificate covers it.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
public sealed record ReceiptView(
    string Id,
    string Fund,
    string Pledge,
    string Donor,
    Money Amount,
    Money Allocated,
    Money Unallocated,
    DateOnly ReceivedOn,
    string BankReference)
{
    internal static ReceiptView Of(Receipt receipt, Pledge pledge)
    {
        var allocated = Math.Clamp(pledge.Allocated - receipt.ReceivedBefore, 0, receipt.Amount);
        return new(
            receipt.ReceiptId,
            receipt.Fund,
            receipt.PledgeId,
            pledge.Donor,
            pledge.In(receipt.Amount),
            pledge.In(allocated),
            pledge.In(receipt.Amount - allocated),
            receipt.ReceivedOn,
            receipt.BankReference);
    }
}
