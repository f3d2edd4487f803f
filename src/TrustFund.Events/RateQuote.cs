namespace TrustFund.Events;

/// <summary>The exchange rate an amount was booked at: how many units of the quoted currency one unit of the base is worth.</summary>
/// <param name="Rate">Units of <paramref name="Quote"/> for one unit of <paramref name="Base"/>, above zero.</param>
/// <param name="Base">ISO 4217 code of the currency of which one unit is meant; the euro, in InforEuro's rates.</param>
/// <param name="Quote">ISO 4217 code of the currency that the rate counts.</param>
/// <param name="Date">The date the rate is of.</param>
/// <param name="Source">Who published it, such as <c>InforEuro</c>.</param>
public sealed record RateQuote(decimal Rate, string Base, string Quote, DateOnly Date, string Source);
