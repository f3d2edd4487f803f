namespace TrustFund.Contracts.Results;

/// <summary>What all indicators of one unit come to: what is aimed at and what is achieved stand apart and are never added.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Indicators">How many indicators count in it.</param>
/// <param name="Targets">How many of them have a target.</param>
/// <param name="Target">The sum of those targets.</param>
/// <param name="Results">How many have a result.</param>
/// <param name="Result">The sum of those results: 0 when none is reported, however much is aimed at.</param>
sealed record ResultTotal(string Unit, int Indicators, int Targets, decimal Target, int Results, decimal Result)
{
    /// <summary>Units are the same in any letter case.</summary>
    public static IReadOnlyList<ResultTotal> Of(IEnumerable<Indicator> indicators) =>
    [
        .. indicators
            .GroupBy(indicator => indicator.Unit, StringComparer.OrdinalIgnoreCase)
            .Select(unit => new ResultTotal(
                unit.Key,
                unit.Count(),
                unit.Count(indicator => indicator.Target is not null),
                unit.Sum(indicator => indicator.Target ?? 0),
                unit.Count(indicator => indicator.Actual is not null),
                unit.Sum(indicator => indicator.Actual ?? 0)))
            .OrderBy(total => total.Unit, StringComparer.OrdinalIgnoreCase),
    ];
}
