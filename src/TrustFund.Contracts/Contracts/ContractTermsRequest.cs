using System.ComponentModel.DataAnnotations;
using TrustFund.Events;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>What somebody other than the fund pays towards a contract.</summary>
/// <param name="Financier">Who.</param>
/// <param name="Amount">How much, in the fund's currency.</param>
sealed record CoFinancingRequest([Required, StringLength(200)] string Financier, [Positive] Money Amount)
{
    public static IReadOnlyList<CoFinancing>? Parts(IReadOnlyList<CoFinancingRequest?>? requested) => requested is null
        ? null
        : [.. requested.Select(part => new CoFinancing(part!.Financier.Trim(), part.Amount))];
}

/// <summary>A country that a contract benefits.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK.</param>
/// <param name="Percent">Its share in percent, with at most six decimals.</param>
sealed record CountryShareRequest([Required, Country] string Country, [Range(typeof(decimal), "0.000001", "100", ParseLimitsInInvariantCulture = true)] decimal Percent)
{
    public static IReadOnlyList<CountryShare>? Parts(IReadOnlyList<CountryShareRequest?>? requested) => requested is null
        ? null
        : [.. requested.Select(share => new CountryShare(share!.Country.ToUpperInvariant(), share.Percent))];
}

static class ContractTermsValidation
{
    /// <summary>A list may be left out, but what is in it may not.</summary>
    public static IEnumerable<ValidationResult> NullParts(IReadOnlyList<CoFinancingRequest?>? coFinancing, IReadOnlyList<CountryShareRequest?>? countries)
    {
        if (coFinancing?.Contains(null) == true)
            yield return new("Every part of the co-financing must be an object, not null.", ["CoFinancing"]);
        if (countries?.Contains(null) == true)
            yield return new("Every country must be an object, not null.", ["Countries"]);
        if (countries?.Any(share => share is not null && decimal.Round(share.Percent, 6) != share.Percent) == true)
            yield return new("A share has at most six decimals.", ["Countries"]);
    }
}
