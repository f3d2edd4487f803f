using System.Globalization;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Ledger;

/// <summary>
/// What one donor's money paid of a payment, as Disbursements froze it when the payment was executed; below zero where it was undone.
/// Written once; the id is the position of the fact and the part's place in it.
/// </summary>
sealed record AttributionEntry : State
{
    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required string EventType { get; init; }

    public required string Fund { get; init; }

    public required string Currency { get; init; }

    public required string Donor { get; init; }

    /// <summary>The window the money was earmarked to; null when it was pooled.</summary>
    public string? WindowCode { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>The disbursement, cost, refund or recovery order.</summary>
    public required string DocumentId { get; init; }

    public string? ContractId { get; init; }

    /// <summary>Whether it was never anybody's but the donor's own: held unallocated, and paid back to it.</summary>
    public required bool Unallocated { get; init; }

    public required DateOnly BookedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static IEnumerable<AttributionEntry> Of(Recorded recorded, IReadOnlyList<Posting> lines) =>
        Parts(recorded.Event).Select((part, index) => new AttributionEntry
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}/{index + 1}"),
            Source = recorded.Source,
            Sequence = recorded.Sequence,
            EventType = EventTypes.NameOf(recorded.Event.GetType()),
            Fund = recorded.Event.Fund,
            Currency = part.Of.Amount.Currency.Code,
            Donor = part.Of.Donor,
            WindowCode = part.Of.Window,
            Amount = part.Of.Amount.Amount,
            Unallocated = part.Unallocated,
            DocumentId = lines.Count > 0 && lines[0].About.DocumentId is { } document ? document : recorded.Event.Subject,
            ContractId = lines.Count > 0 ? lines[0].About.ContractId : null,
            BookedOn = recorded.BookedOn,
            RecordedAt = recorded.At,
        });

    // Of a refund only the part that had been allocated is attributed; the rest is what was held for the donor itself, and so is all of it
    // when the refund is reversed.
    static IEnumerable<(AttributedAmount Of, bool Unallocated)> Parts(IFundEvent fact)
    {
        var parts = DisbursementPostings.AttributionOf(fact).Select(part => (part, false));
        return fact switch
        {
            RefundReversed back => [(new(back.Donor, null, -back.Amount), true)],
            RefundExecuted refund when refund.Attribution.Aggregate(refund.Amount, (rest, part) => rest - part.Amount) is { IsZero: false } held =>
                parts.Append((new AttributedAmount(refund.Donor, null, held), true)),
            _ => parts,
        };
    }
}
