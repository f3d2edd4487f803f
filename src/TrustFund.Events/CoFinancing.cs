namespace TrustFund.Events;

/// <summary>What somebody other than the fund pays towards an action or a contract. It is never the fund's resource.</summary>
/// <param name="Financier">Who pays it.</param>
/// <param name="Amount">What they pay, above zero.</param>
public sealed record CoFinancing(string Financier, Money Amount);
