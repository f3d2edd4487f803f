using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>A window of a fund as Pledges tells of it, with the certificates earmarked to it. Only followed facts change it.</summary>
public sealed record WindowInput : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Code of the window.</summary>
    public required string Code { get; init; }

    /// <summary>The window's name.</summary>
    public required string Name { get; init; }

    /// <summary>Earmarked certificates less reductions, in the fund's currency.</summary>
    public decimal Certified { get; init; }

    /// <summary>The row's id.</summary>
    public static string IdOf(string fund, string window) => $"{fund}/{window}";

    /// <summary>The window at its beginning.</summary>
    public static WindowInput Of(WindowOpened opened) => new()
    {
        Id = IdOf(opened.Fund, opened.Window),
        Fund = opened.Fund,
        Code = opened.Window,
        Name = opened.Name,
    };

    /// <summary>The window with so much more certified, or less when the amount is negative.</summary>
    public WindowInput With(Money amount) => this with { Certified = Certified + amount.Amount };
}
