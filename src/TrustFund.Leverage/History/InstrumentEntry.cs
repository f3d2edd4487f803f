using System.Globalization;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>
/// By how much a fact changed what operations take of an instrument. Written once; sums of them are the instrument as it stood. Its id is
/// the position of the fact, and the instrument: <c>leverage:12/GUARANTEE</c>.
/// </summary>
public sealed record InstrumentEntry : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Code of the instrument.</summary>
    public required string Instrument { get; init; }

    /// <summary>The change of how much of its face is expected to back operations.</summary>
    public required decimal ExpectedAmount { get; init; }

    /// <summary>The change of what those operations are expected to invest with it.</summary>
    public required decimal ExpectedInvestment { get; init; }

    /// <summary>The change of how much of its face is signed.</summary>
    public required decimal SignedAmount { get; init; }

    /// <summary>The change of how much of it was disbursed.</summary>
    public required decimal DisbursedAmount { get; init; }

    /// <summary>The booking date of the fact.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Its place in the journal.</summary>
    public required long Sequence { get; init; }

    /// <summary>What lies between two states of an instrument.</summary>
    internal static InstrumentEntry Between(Recorded recorded, Instrument before, Instrument after) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}/{after.Code}"),
        Fund = after.Fund,
        Instrument = after.Code,
        ExpectedAmount = after.ExpectedAmount - before.ExpectedAmount,
        ExpectedInvestment = after.ExpectedInvestment - before.ExpectedInvestment,
        SignedAmount = after.SignedAmount - before.SignedAmount,
        DisbursedAmount = after.DisbursedAmount - before.DisbursedAmount,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
        Sequence = recorded.Sequence,
    };
}
