using System.Text.Json;

namespace TrustFund.Pledges.Funds;

/// <summary>How a fund rounds an amount that falls between two of its currency's smallest units.</summary>
public enum Rounding
{
    /// <summary>Half up, away from zero: Regulation (EC) No 1103/97, article 5.</summary>
    HalfUp,

    /// <summary>Half to the even neighbour.</summary>
    HalfEven,
}

/// <summary>Names of rounding modes in events, and what they are to a calculation.</summary>
static class Roundings
{
    public static string NameOf(Rounding rounding) => JsonNamingPolicy.KebabCaseLower.ConvertName(rounding.ToString());

    public static Rounding Of(string? name) => name == NameOf(Rounding.HalfEven) ? Rounding.HalfEven : Rounding.HalfUp;

    public static MidpointRounding Mode(this Rounding rounding) =>
        rounding == Rounding.HalfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero;
}
