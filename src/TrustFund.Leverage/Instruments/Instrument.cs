using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;

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

    /// <summary>The booking date of its opening.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>When its opening was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>How much of its face is expected to back operations that itemise it.</summary>
    public decimal ExpectedAmount { get; init; }

    /// <summary>What those operations are expected to invest, each divided over its instruments in proportion to their amounts.</summary>
    public decimal ExpectedInvestment { get; init; }

    /// <summary>How much of its face is signed to back operations.</summary>
    public decimal SignedAmount { get; init; }

    /// <summary>How much of it was paid out as grants, or has taken effect as cover.</summary>
    public decimal DisbursedAmount { get; init; }

    /// <summary>The row's id.</summary>
    public static string IdOf(string fund, string code) => $"{fund}/{code}";

    /// <summary>Books an instrument and its claim on the fund's certified pledges.</summary>
    public static void Apply(States states, Recorded recorded, InstrumentOpened opened)
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
            BookedOn = recorded.BookedOn,
            RecordedAt = recorded.At,
        });
        var portfolio = Portfolio.Of(states, opened.Fund);
        states.Put(portfolio with { Claims = [.. portfolio.Claims, new(opened.Instrument, opened.Window)] });
    }

    /// <summary>Moves what an operation takes of an instrument by what has changed in it.</summary>
    internal static void Move(States states, Recorded recorded, string code, Operation? before, Operation after)
    {
        var instrument = states.Get<Instrument>(IdOf(after.Fund, code));
        var moved = instrument.With(after, 1);
        if (before is not null)
            moved = moved.With(before, -1);
        if (moved == instrument)
            return;
        states.Put(moved);
        states.Insert(InstrumentEntry.Between(recorded, instrument, moved));
    }

    /// <summary>The instrument with what an operation takes of it added, or taken away.</summary>
    internal Instrument With(Operation operation, int sign) => this with
    {
        ExpectedAmount = ExpectedAmount + (sign * Taken(operation, Measure.Expected)),
        ExpectedInvestment = ExpectedInvestment + (sign * operation.Figures(Measure.Expected)
            .ByInstrument(Currency.Of(operation.Currency))
            .Where(share => share.Instrument == Code)
            .Sum(share => share.Investment)),
        SignedAmount = SignedAmount + (sign * Taken(operation, Measure.Signed)),
        DisbursedAmount = DisbursedAmount + (sign * Taken(operation, Measure.Disbursed)),
    };

    decimal Taken(Operation operation, Measure measure) =>
        operation.Figures(measure).Amounts.Where(part => part.Instrument == Code).Sum(part => part.Amount);
}
