namespace TrustFund.Events;

/// <summary>The part of a contract that benefits one country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK.</param>
/// <param name="Percent">Its share in percent, above zero; the shares of a contract add up to 100.</param>
public sealed record CountryShare(string Country, decimal Percent);
