namespace TrustFund.Events.Leverage.V1;

/// <summary>How much of one instrument backs an operation.</summary>
/// <param name="Instrument">Code of the instrument, named once in an operation.</param>
/// <param name="Amount">The grant of a blending instrument, or the cover of a guarantee at its face value; above zero, in the fund's currency.</param>
public sealed record InstrumentAmount(string Instrument, Money Amount);
