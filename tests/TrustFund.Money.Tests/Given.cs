using FsCheck;
using FsCheck.Fluent;

namespace TrustFund.Tests;

/// <summary>The amounts, rates and weights that the properties are tried with: mostly ordinary, sometimes at the edges.</summary>
static class Given
{
    const long Thousand = 1_000;

    public static Arbitrary<Currency> Currencies() => Gen.Elements<Currency>(Currency.All).ToArbitrary();

    public static Arbitrary<Money> Monies() =>
        (from currency in Gen.Elements<Currency>(Currency.All)
         from units in Units
         select new Money(units * currency.SmallestUnit, currency)).ToArbitrary();

    public static Arbitrary<EuroPair> EuroPairs() =>
        (from left in Units
         from right in Units
         select new EuroPair(Money.Euros(left * 0.01m), Money.Euros(right * 0.01m))).ToArbitrary();

    public static Arbitrary<FxRate> Rates() =>
        (from quote in Gen.Elements(Currency.All.Where(currency => currency != Currency.Euro).ToArray())
         from units in Gen.Choose(1, 1_000_000_000)
         from decimals in Gen.Choose(0, 6)
         select FxRate.PerEuro(quote, new decimal(units, 0, 0, false, (byte)decimals), new DateOnly(2017, 12, 1), "InforEuro")).ToArbitrary();

    public static Arbitrary<Weights> Weightings() =>
        (from weights in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0m)), (6, Gen.Choose(1, 1_000_000).Select(n => n / 1000m))))
         where weights.Any(weight => weight > 0)
         select new Weights(weights)).ToArbitrary();

    static Gen<long> Units =>
        Gen.Frequency(
            (6, from whole in Gen.Choose(-1_000_000_000, 1_000_000_000) select (long)whole),
            (2, from whole in Gen.Choose(-1_000_000_000, 1_000_000_000) from rest in Gen.Choose(0, 999) select (whole * Thousand) + rest),
            (2, Gen.Elements(0L, 1L, -1L, 99L, 100L, 4_999_999_999_999L, -4_999_999_999_999L)));
}

public sealed record EuroPair(Money Left, Money Right);

public sealed record Weights(IReadOnlyList<decimal> Values);
