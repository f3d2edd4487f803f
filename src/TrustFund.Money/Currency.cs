using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace TrustFund;

/// <summary>
/// A currency of ISO 4217, known by its alphabetic code in upper case. It is obtained with <see cref="Of"/> or
/// <see cref="TryParse"/>; <c>default(Currency)</c> is no currency, and every use of it throws.
/// </summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public readonly record struct Currency
{
    readonly Iso4217Entry? entry;

    Currency(Iso4217Entry entry) => this.entry = entry;

    /// <summary>The euro, the currency in which the funds account.</summary>
    public static Currency Euro { get; } = Of("EUR");

    /// <summary>Every currency that amounts can be booked in: the active list of ISO 4217.</summary>
    public static IReadOnlyList<Currency> All { get; } =
        [.. Iso4217.All.OrderBy(entry => entry.Code, StringComparer.Ordinal).Select(entry => new Currency(entry))];

    /// <summary>The alphabetic code: three upper-case letters, such as <c>EUR</c>.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public string Code => Entry.Code;

    /// <summary>How many decimals an amount has at most: EUR 2, XOF 0, TND 3 (ISO 4217, "minor unit").</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public int MinorUnits => Entry.MinorUnits;

    /// <summary>The smallest amount that can be booked, in whole units of the currency: 0.01 for EUR, 1 for XOF.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Currency)</c>.</exception>
    public decimal SmallestUnit => new(1, 0, 0, false, (byte)MinorUnits);

    Iso4217Entry Entry => entry ?? throw new InvalidOperationException("No currency was given: default(Currency) cannot be used.");

    /// <summary>The currency with exactly this upper-case code.</summary>
    /// <exception cref="FormatException">There is no active ISO 4217 currency with this code; the message names it.</exception>
    public static Currency Of(string code) =>
        TryParse(code, out var currency)
            ? currency
            : throw new FormatException(Refusal(code));

    /// <summary>Finds the currency with exactly this upper-case code; false when there is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? code, out Currency currency)
    {
        var found = code is null ? null : Iso4217.Find(code);
        currency = found is null ? default : new Currency(found);
        return found is not null;
    }

    /// <summary>The code; for <c>default(Currency)</c>, which debuggers and logs may meet, <c>(no currency)</c>.</summary>
    public override string ToString() => entry?.Code ?? "(no currency)";

    // What a caller sent is echoed in the refusal, but not a megabyte of it.
    internal static string Refusal(string? code) =>
        $"'{(code is { Length: > 20 } ? $"{code[..20]}…" : code)}' is not a currency: give an ISO 4217 code in upper case, such as EUR.";
}
