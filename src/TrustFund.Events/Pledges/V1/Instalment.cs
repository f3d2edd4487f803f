namespace TrustFund.Events.Pledges.V1;

/// <summary>A part of a certificate and the day it is due.</summary>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Amount">The part, above zero.</param>
public sealed record Instalment(
    DateOnly DueOn,
    Money Amount);
