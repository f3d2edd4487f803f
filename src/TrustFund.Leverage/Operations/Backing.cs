using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>How much of an instrument backs an operation, as the operation keeps it.</summary>
/// <param name="Instrument">Code of the instrument.</param>
/// <param name="Kind">A grant is investment; a guarantee's cover is none.</param>
/// <param name="Amount">The grant, or the cover at face value, in the fund's currency.</param>
public sealed record Backing(string Instrument, InstrumentKind Kind, decimal Amount)
{
    /// <summary>The amounts of a fact, with each instrument's kind.</summary>
    public static IReadOnlyList<Backing> Of(States states, string fund, IReadOnlyList<InstrumentAmount>? amounts) =>
        [.. (amounts ?? []).Select(part => new Backing(part.Instrument, states.Get<Instrument>(Leverage.Instrument.IdOf(fund, part.Instrument)).Kind, part.Amount.Amount))];

    /// <summary>These amounts and more, by instrument; less when the more is negative. What comes to nothing is left out.</summary>
    public static IReadOnlyList<Backing> Sum(IReadOnlyList<Backing> amounts, IEnumerable<Backing> more) =>
        [.. amounts.Concat(more)
            .GroupBy(part => part.Instrument, (_, parts) => parts.Aggregate((sum, part) => sum with { Amount = sum.Amount + part.Amount }))
            .Where(part => part.Amount != 0)];
}
