using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Tables;

/// <summary>The tables by the names that chapters call them.</summary>
static class FigureTables
{
    /// <summary>Makes a table.</summary>
    /// <exception cref="StoppedException">There is no such table, or a service refused what it needs.</exception>
    public static async Task<FigureTable> Make(string name, Evidence evidence, CancellationToken cancellation) => name switch
    {
        "resources" => Resources.At2017(evidence),
        "leverage" => await Leverage.Of(evidence, cancellation),
        "resettlement" => await Resettlement.Of(evidence, cancellation),
        "separate-funds" => SeparateFunds.Of(evidence),
        "donors" => Donors.Of(evidence),
        "earmarks" => Donors.EarmarksOf(evidence),
        "resources-2018" => Resources.At2018(evidence),
        "state-of-play" => StateOfPlay.Of(evidence),
        "services-now" => await ServicesNow.Of(evidence, cancellation),
        _ => throw new StoppedException($"There is no table '{name}'."),
    };
}
