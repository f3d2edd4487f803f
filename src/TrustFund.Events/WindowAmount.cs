namespace TrustFund.Events;

/// <summary>The part of an amount that falls to one window of a fund.</summary>
/// <param name="Window">Code of the window, upper case.</param>
/// <param name="Amount">The part, in the fund's currency, above zero.</param>
public sealed record WindowAmount(string Window, Money Amount);
