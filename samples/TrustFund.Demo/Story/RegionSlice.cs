using System.Globalization;

namespace TrustFund.Demo.Story;

/// <summary>A slice of a region's chart of active projects.</summary>
/// <param name="Key">What steps call it.</param>
/// <param name="Region">The region.</param>
/// <param name="Theme">What the projects are for.</param>
/// <param name="Percent">Its published share of the region's projects, a whole number.</param>
/// <param name="Projects">How many projects it is assumed to stand for.</param>
sealed record RegionSlice(string Key, string Region, string Theme, decimal Percent, decimal Projects)
{
    /// <summary>The region's letters, which its slices' keys begin with.</summary>
    public string Code => Key.Split('-')[0].ToUpperInvariant();

    /// <summary>A slice from a row of the file.</summary>
    public static RegionSlice Of(IReadOnlyDictionary<string, string> row) => new(
        row["key"], row["region"], row["theme"], Number(row["percent"]), Number(row["projects"]));

    static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
