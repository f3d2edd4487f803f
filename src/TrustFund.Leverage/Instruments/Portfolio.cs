using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>That an instrument's input is a window's earmarked certificates, or the whole fund's when the window is null.</summary>
/// <param name="Instrument">Code of the instrument.</param>
/// <param name="Window">Code of the window, or null.</param>
public sealed record InputClaim(string Instrument, string? Window)
{
    /// <summary>Whether an euro could be the input of both: of the same window, or of a window and its whole fund.</summary>
    public bool Overlaps(string? window) => Window is null || window is null || Window == window;
}

/// <summary>What a fund's instruments claim and its operations come to, all together.</summary>
public sealed record Portfolio : State
{
    /// <summary>Which instrument claims which input; no two overlap.</summary>
    public IReadOnlyList<InputClaim> Claims { get; init; } = [];

    /// <summary>How many operations stand: those recorded, less those reversed or cancelled before anything was disbursed.</summary>
    public int Operations { get; init; }

    /// <summary>What they are expected to mobilise together, each counted once, in the fund's currency.</summary>
    public decimal ExpectedMobilised { get; init; }

    /// <summary>The fund's portfolio, empty when nothing was recorded yet.</summary>
    public static Portfolio Of(States states, string fund) => states.Find<Portfolio>(fund) ?? new Portfolio { Id = fund };

    /// <summary>Moves the sums by what one operation's expectation has changed.</summary>
    internal static void Move(States states, Operation? before, Operation after)
    {
        var (was, now) = (before?.Figures(Measure.Expected) ?? OperationFigures.None, after.Figures(Measure.Expected));
        var portfolio = Of(states, after.Fund);
        var moved = portfolio with
        {
            Operations = portfolio.Operations + (now.Stands ? 1 : 0) - (was.Stands ? 1 : 0),
            ExpectedMobilised = portfolio.ExpectedMobilised + now.Investment - was.Investment,
        };
        if (moved != portfolio)
            states.Put(moved);
    }
}
