namespace TrustFund;

/// <summary>One row of ISO 4217: an alphabetic code and the number of decimals its amounts have.</summary>
sealed record Iso4217Entry(string Code, int MinorUnits);

/// <summary>
/// ISO 4217 list one (active currencies and funds) as of 1 January 2026. Codes whose minor unit is "N.A."
/// (metals, XDR, XSU, XUA, XTS, XXX) are left out: nothing can be booked in them to a defined precision.
/// </summary>
static class Iso4217
{
    const string NoDecimals = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    const string TwoDecimals =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD " +
        "CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP " +
        "GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT " +
        "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN " +
        "NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP " +
        "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS " +
        "VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

    const string ThreeDecimals = "BHD IQD JOD KWD LYD OMR TND";

    const string FourDecimals = "CLF UYW";

    static readonly Dictionary<string, Iso4217Entry> Entries =
        new[] { (NoDecimals, 0), (TwoDecimals, 2), (ThreeDecimals, 3), (FourDecimals, 4) }
            .SelectMany(row => row.Item1.Split(' ').Select(code => new Iso4217Entry(code, row.Item2)))
            .ToDictionary(entry => entry.Code, StringComparer.Ordinal);

    public static IReadOnlyCollection<Iso4217Entry> All => Entries.Values;

    public static Iso4217Entry? Find(string code) => Entries.GetValueOrDefault(code);
}
