using System.Text.Json.Serialization;

namespace TrustFund.Pledges.Pledges;

/// <summary>What a receipt of a pledge in another currency still counts, so that it can be taken back at the rate it came in at.</summary>
/// <param name="ReceiptId">Id of the receipt; of the request, where it is a refund that was reversed.</param>
/// <param name="Waiting">What of it waits unallocated, in the pledge's currency.</param>
/// <param name="WaitingBooked">The same in the fund's, at the receipt's rate.</param>
/// <param name="Parts">What of it is allocated, pot by pot.</param>
public sealed record Lot(string ReceiptId, decimal Waiting, decimal WaitingBooked, IReadOnlyList<LotPart> Parts)
{
    /// <summary>What of it is allocated, in the pledge's currency.</summary>
    public decimal Allocated() => Parts.Sum(part => part.Allocated);

    /// <summary>The same in the fund's currency.</summary>
    public decimal AllocatedBooked() => Parts.Sum(part => part.Booked);

    internal Lot Plus(string? window, decimal allocated, decimal booked, decimal difference)
    {
        var kept = Parts.FirstOrDefault(part => part.Window == window) ?? new(window, 0, 0, 0);
        var changed = kept with { Allocated = kept.Allocated + allocated, Booked = kept.Booked + booked, Difference = kept.Difference + difference };
        return this with { Parts = [.. Parts.Where(part => part.Window != window), changed] };
    }
}

/// <summary>The part of a receipt that is allocated to one pot.</summary>
/// <param name="Window">The window whose earmark it is; the fund's pool when null.</param>
/// <param name="Allocated">In the pledge's currency.</param>
/// <param name="Booked">In the fund's, at the receipt's rate.</param>
/// <param name="Difference">What of <paramref name="Booked"/> is exchange difference.</param>
public sealed record LotPart(string? Window, decimal Allocated, decimal Booked, decimal Difference);

/// <summary>The books of a pledge that is kept in another currency than the fund's.</summary>
/// <param name="Own">Its amounts in its own currency: those that are compared.</param>
/// <param name="Lots">Its receipts, in the order they were booked, as far as they still count.</param>
public sealed record ForeignBooks(Stages Own, IReadOnlyList<Lot> Lots)
{
    internal ForeignBooks With(string receipt, Func<Lot, Lot> change) =>
        this with { Lots = [.. Lots.Select(lot => lot.ReceiptId == receipt ? change(lot) : lot)] };
}

/// <summary>Money that a refund holds until it is paid or refused, in the pledge's own currency.</summary>
/// <param name="RequestId">Id of the refund.</param>
/// <param name="Unallocated">What of it waits unallocated.</param>
/// <param name="Allocated">What of it is allocated.</param>
/// <param name="Window">The pot the allocated part is of; the fund's pool when null.</param>
/// <param name="Lots">Of a pledge in another currency, the receipts it is taken from.</param>
/// <param name="LostUnallocated">What it held of what waited, until the bank took that back.</param>
/// <param name="LostAllocated">What it held of what is allocated, until the bank took that back.</param>
public sealed record RefundHold(
    string RequestId, decimal Unallocated, decimal Allocated, string? Window, IReadOnlyList<LotHold> Lots, decimal LostUnallocated = 0, decimal LostAllocated = 0)
{
    /// <summary>Whether the money does not suffice any more.</summary>
    [JsonIgnore]
    public bool IsShort => LostUnallocated + LostAllocated > 0;

    /// <summary>What was asked for of what waited.</summary>
    [JsonIgnore]
    public decimal AskedUnallocated => Unallocated + LostUnallocated;

    /// <summary>What was asked for of what is allocated.</summary>
    [JsonIgnore]
    public decimal AskedAllocated => Allocated + LostAllocated;

    /// <summary>With only so much of it still there.</summary>
    internal RefundHold With(decimal unallocated, decimal allocated) => this with
    {
        Unallocated = unallocated,
        Allocated = allocated,
        LostUnallocated = AskedUnallocated - unallocated,
        LostAllocated = AskedAllocated - allocated,
    };
}

/// <summary>What a refund takes of one receipt of a pledge in another currency.</summary>
/// <param name="ReceiptId">Id of the receipt.</param>
/// <param name="Unallocated">In the pledge's currency, of what waits.</param>
/// <param name="UnallocatedBooked">The same in the fund's.</param>
/// <param name="Allocated">In the pledge's currency, of what is allocated.</param>
/// <param name="AllocatedBooked">The same in the fund's.</param>
public sealed record LotHold(string ReceiptId, decimal Unallocated, decimal UnallocatedBooked, decimal Allocated, decimal AllocatedBooked);
