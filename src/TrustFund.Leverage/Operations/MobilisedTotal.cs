using System.Text.Json;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>What a fund's operations come to in one of the three figures, each operation counted once.</summary>
public sealed record MobilisedTotal : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Which figure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>How many operations have something in it.</summary>
    public int Operations { get; init; }

    /// <summary>How many of them itemise how much of each instrument backs them.</summary>
    public int Itemised { get; init; }

    /// <summary>Their total investment, in the fund's currency.</summary>
    public decimal Investment { get; init; }

    /// <summary>The fund's grants in it.</summary>
    public decimal Grants { get; init; }

    /// <summary>The public financiers' part.</summary>
    public decimal PublicFinance { get; init; }

    /// <summary>The private financiers' part.</summary>
    public decimal PrivateFinance { get; init; }

    /// <summary>The private finance that is attributed to the fund.</summary>
    public decimal AttributedPrivate { get; init; }

    /// <summary>The row's id.</summary>
    public static string IdOf(string fund, Measure measure) => $"{fund}/{JsonNamingPolicy.KebabCaseLower.ConvertName(measure.ToString())}";

    /// <summary>The sum as it stands, empty at first.</summary>
    public static MobilisedTotal Of(States states, string fund, Measure measure) =>
        states.Find<MobilisedTotal>(IdOf(fund, measure)) ?? Empty(fund, measure);

    /// <summary>The sum over no operations.</summary>
    public static MobilisedTotal Empty(string fund, Measure measure) => new() { Id = IdOf(fund, measure), Fund = fund, Measure = measure };

    /// <summary>Moves the sum by what one operation's figure has changed.</summary>
    internal static void Move(States states, Recorded recorded, string fund, Measure measure, OperationFigures before, OperationFigures after)
    {
        var total = Of(states, fund, measure);
        var moved = total with
        {
            Operations = total.Operations + Count(after.Stands) - Count(before.Stands),
            Itemised = total.Itemised + Count(after.Stands && after.IsItemised) - Count(before.Stands && before.IsItemised),
            Investment = total.Investment + after.Investment - before.Investment,
            Grants = total.Grants + after.Grants - before.Grants,
            PublicFinance = total.PublicFinance + after.Public - before.Public,
            PrivateFinance = total.PrivateFinance + after.Private - before.Private,
            AttributedPrivate = total.AttributedPrivate + after.Attributed - before.Attributed,
        };
        if (moved == total)
            return;
        states.Put(moved);
        states.Insert(FigureEntry.Between(recorded, total, moved));
    }

    static int Count(bool counts) => counts ? 1 : 0;
}
