using System.Globalization;
using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Audit.Ledger;

/// <summary>
/// A line of the general ledger, written once. Its id is the position of the fact it comes from and its place among that fact's lines:
/// <c>pledges:12/1</c>.
/// </summary>
sealed record LedgerEntry : State
{
    public required string Source { get; init; }

    public required long Sequence { get; init; }

    public required int Line { get; init; }

    public required string EventType { get; init; }

    public required string Fund { get; init; }

    public required string Currency { get; init; }

    public required string Account { get; init; }

    public string? WindowCode { get; init; }

    public required bool CrossWindow { get; init; }

    public string? Donor { get; init; }

    public string? PledgeId { get; init; }

    public string? ActionId { get; init; }

    public string? ContractId { get; init; }

    public string? DocumentId { get; init; }

    public string? Partner { get; init; }

    public string? Flow { get; init; }

    public required int Documents { get; init; }

    public required DateOnly? ValueOn { get; init; }

    public required DateOnly BookedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Actor { get; init; }

    public string? TraceParent { get; init; }

    public required decimal Debit { get; init; }

    public required decimal Credit { get; init; }

    /// <summary>The lines of one fact.</summary>
    public static IEnumerable<LedgerEntry> Of(Recorded recorded, IReadOnlyList<Posting> lines) => lines.Select((line, index) => new LedgerEntry
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}/{index + 1}"),
        Source = recorded.Source,
        Sequence = recorded.Sequence,
        Line = index + 1,
        EventType = EventTypes.NameOf(recorded.Event.GetType()),
        Fund = recorded.Event.Fund,
        Currency = line.Currency.Code,
        Account = line.Account.Code,
        WindowCode = line.About.Window,
        CrossWindow = line.About.CrossWindow,
        Donor = line.About.Donor,
        PledgeId = line.About.PledgeId,
        ActionId = line.About.ActionId,
        ContractId = line.About.ContractId,
        DocumentId = line.About.DocumentId,
        Partner = line.About.Partner,
        Flow = line.Flow,
        Documents = line.Documents,
        ValueOn = recorded.Event.ValueDate,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
        Actor = recorded.Actor,
        TraceParent = recorded.TraceParent,
        Debit = line.Debit,
        Credit = line.Credit,
    });
}
