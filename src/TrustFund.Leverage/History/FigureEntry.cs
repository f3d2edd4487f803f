using System.Globalization;
using System.Text.Json;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>
/// By how much a fact changed what a fund's operations come to in one of the three figures. Written once; sums of them are the totals as
/// they stood. Its id is the position of the fact, and the figure: <c>leverage:12/signed</c>.
/// </summary>
public sealed record FigureEntry : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Which figure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>How many operations more have something in it; fewer when negative.</summary>
    public required int Operations { get; init; }

    /// <summary>How many more of them itemise how much of each instrument backs them.</summary>
    public required int Itemised { get; init; }

    /// <summary>The change of their total investment, in the fund's currency.</summary>
    public required decimal Investment { get; init; }

    /// <summary>The change of the fund's grants in it.</summary>
    public required decimal Grants { get; init; }

    /// <summary>The change of the public financiers' part.</summary>
    public required decimal PublicFinance { get; init; }

    /// <summary>The change of the private financiers' part.</summary>
    public required decimal PrivateFinance { get; init; }

    /// <summary>The change of the private finance that is attributed to the fund.</summary>
    public required decimal AttributedPrivate { get; init; }

    /// <summary>The booking date of the fact.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Its place in the journal.</summary>
    public required long Sequence { get; init; }

    /// <summary>What lies between two states of a total.</summary>
    internal static FigureEntry Between(Recorded recorded, MobilisedTotal before, MobilisedTotal after) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}/{JsonNamingPolicy.KebabCaseLower.ConvertName(after.Measure.ToString())}"),
        Fund = after.Fund,
        Measure = after.Measure,
        Operations = after.Operations - before.Operations,
        Itemised = after.Itemised - before.Itemised,
        Investment = after.Investment - before.Investment,
        Grants = after.Grants - before.Grants,
        PublicFinance = after.PublicFinance - before.PublicFinance,
        PrivateFinance = after.PrivateFinance - before.PrivateFinance,
        AttributedPrivate = after.AttributedPrivate - before.AttributedPrivate,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
        Sequence = recorded.Sequence,
    };
}
