using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>An instrument of a fund: what turns certified pledges into others' investment.</summary>
public sealed record Instrument : State
{
    /// <summary>Code of the fund whose certified pledges are its input.</summary>
    public required string Fund { get; init; }

    /// <summary>Code of the instrument, its own within the fund.</summary>
    public required string Code { get; init; }

    /// <summary>The instrument's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it blends grants or gives guarantees.</summary>
    public required InstrumentKind Kind { get; init; }

    /// <summary>The window whose earmarked certificates are its input; the whole fund's certificates when null.</summary>
    public string? WindowCode { get; init; }

    /// <summary>The share of its face, in percent, that is cash.</summary>
    public required decimal ProvisioningPercent { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The row's id.</summary>
    public static string IdOf(string fund, string code) => $"{fund}/{code}";

    /// <summary>Books an instrument and its claim on the fund's certified pledges.</summary>
    public static void Apply(States states, InstrumentOpened opened)
    {
        states.Put(new Instrument
        {
            Id = IdOf(opened.Fund, opened.Instrument),
            Fund = opened.Fund,
            Code = opened.Instrument,
            Name = opened.Name,
            Kind = opened.Kind,
            WindowCode = opened.Window,
            ProvisioningPercent = opened.ProvisioningPercent,
            OpenedOn = opened.OpenedOn,
        });
        var portfolio = Portfolio.Of(states, opened.Fund);
        states.Put(portfolio with { Claims = [.. portfolio.Claims, new(opened.Instrument, opened.Window)] });
    }
}
