using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Tables;

/// <summary>The tables by the names that chapters call them.</summary>
static class FigureTables
{
    /// <summary>Makes a table.</summary>
    /// <exception cref="StoppedException">There is no such table, or a service refused what it needs.</exception>
    public static async Task<FigureTable> Make(string name, Evidence evidence, CancellationToken cancellation) => name switch
    {
        "iom" => await Iom.Of(evidence, cancellation),
        "region-charts" => await RegionCharts.Of(evidence, cancellation),
        "resources" => await Resources.At2017(evidence, cancellation),
        "programmes" => await Programmes.Of(evidence, cancellation),
        "play-then" => await StateOfPlay.Then(evidence, cancellation),
        "leverage" => await Leverage.Of(evidence, cancellation),
        "scenarios" => await Scenarios.Of(evidence, cancellation),
        "resettlement" => await Resettlement.Of(evidence, cancellation),
        "separate-funds" => SeparateFunds.Of(evidence),
        "donors" => await Donors.Of(evidence, cancellation),
        "earmarks" => Donors.EarmarksOf(evidence),
        "resources-2018" => await Resources.At2018(evidence, cancellation),
        "state-of-play" => await StateOfPlay.ByWindow(evidence, cancellation),
        "jobs" => await Jobs.Of(evidence, cancellation),
        "attribution" => await Attribution.Of(evidence, cancellation),
        "services-now" => await ServicesNow.Of(evidence, cancellation),
        "worked-example" => await WorkedExample.Of(evidence, cancellation),
        "trial-balance" => await TrialBalance.Of(evidence, cancellation),
        "reconciliation" => await Reconciliation.Of(evidence, cancellation),
        _ => throw new StoppedException($"There is no table '{name}'."),
    };
}
