namespace TrustFund.Events.Pledges.V1;

/// <summary>An exchange rate of a month was recorded as published. Recording another for the same month and currencies replaces it for later entries; what is booked is never re-rated.</summary>
/// <param name="Base">ISO 4217 code of the currency of which one unit is meant; the euro, in InforEuro's rates.</param>
/// <param name="Quote">ISO 4217 code of the currency that the rate counts.</param>
/// <param name="Rate">Units of the quoted currency for one unit of the base, above zero, 12 decimals at most.</param>
/// <param name="Date">The date the rate is of; it holds for that month.</param>
/// <param name="Source">Who published it, such as `InforEuro`.</param>
public sealed record FxRateRecorded(
    string Base,
    string Quote,
    decimal Rate,
    DateOnly Date,
    string Source) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => $"{Base}-{Quote}";

    DateOnly? IFundEvent.ValueDate => Date;
}
