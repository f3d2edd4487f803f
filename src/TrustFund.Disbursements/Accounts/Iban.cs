using System.Collections.Frozen;

namespace TrustFund.Disbursements.Accounts;

/// <summary>International bank account numbers (ISO 13616): two letters for the country, two check digits, up to thirty letters and digits.</summary>
static class Iban
{
    /// <summary>How long a number of each country in the registry is. Others use such numbers as well, unregistered: many in Africa do.</summary>
    static readonly FrozenDictionary<string, int> Lengths = new (int Length, string Countries)[]
    {
        (15, "NO"), (16, "BE"), (18, "DK FI FK FO GL NL SD"), (19, "MK SI"), (20, "AT BA EE KZ LT LU MN XK"), (21, "CH HR LI LV"),
        (22, "BG BH CR DE GB GE IE ME RS VA"), (23, "AE GI IL IQ OM SO TL"), (24, "AD CZ ES MD PK RO SA SE SK TN VG"), (25, "LY PT ST"),
        (26, "IS TR"), (27, "BI DJ FR GR IT MC MR SM"), (28, "AL AZ BY CY DO GT HN HU LB NI PL SV"), (29, "BR EG PS QA UA"), (30, "JO KW MU YE"),
        (31, "MT SC"), (32, "LC"), (33, "RU"),
    }.SelectMany(same => same.Countries.Split(' ').Select(country => (country, same.Length))).ToFrozenDictionary(one => one.country, one => one.Length);

    /// <summary>The number without spaces and in upper case.</summary>
    public static string Fold(string text) => string.Concat(text.Where(character => character != ' ')).ToUpperInvariant();

    /// <summary>Whether a folded number is whole: its shape, its length where the country has one, and the remainder of 97 by ISO 7064.</summary>
    public static bool IsValid(string iban) =>
        iban.Length is >= 15 and <= 34
        && iban.All(char.IsAsciiLetterOrDigit)
        && char.IsAsciiLetterUpper(iban[0]) && char.IsAsciiLetterUpper(iban[1]) && char.IsAsciiDigit(iban[2]) && char.IsAsciiDigit(iban[3])
        && (!Lengths.TryGetValue(iban[..2], out var length) || iban.Length == length)
        && Remainder(iban) == 1;

    static int Remainder(string iban)
    {
        var remainder = 0;
        foreach (var character in $"{iban[4..]}{iban[..4]}")
        {
            var value = char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }
        return remainder;
    }
}
