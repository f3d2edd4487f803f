namespace TrustFund.Demo.Tables;

/// <summary>Of each region's projects, the share that each theme has: they add up to 100.</summary>
static class RegionCharts
{
    const string Path = "/funds/IOM-EU/indicators";

    public static async Task<FigureTable> Of(Evidence evidence, CancellationToken cancellation)
    {
        var counted = (await evidence.Api.Get("contracts", $"{Path}?limit=200", cancellation)).GetProperty("items").EnumerateArray()
            .ToDictionary(indicator => indicator.GetProperty("id").GetString()!, indicator => indicator.Number("result", "value"));
        var regions = evidence.Story.Regions.GroupBy(slice => slice.Region).Select(region => new Region(
            region.Key, region.First().Code, [.. region.Select(slice => new Slice(slice.Theme, slice.Percent, counted[evidence.Ids[$"region-{slice.Key}"]]))])).ToList();
        return new(
            "Active projects by theme in each region, per cent, from counts of projects",
            Evidence.FromService("Contracts", Path),
            [.. regions.Select(region => region.Code)],
            "publ.",
            [
                .. evidence.Story.Regions.Select(slice => slice.Theme).Distinct().Select(theme => new Row(theme, [.. regions.Select(region => region.ShareOf(theme))])),
                new Row("All themes", [.. regions.Select(region => Cell.Percent(region.Shares.Sum(), 100))]),
                new Row("Projects", [.. regions.Select(region => Cell.Assumed(region.Slices.Sum(slice => slice.Projects)))]),
            ],
            [
                $"{string.Join("; ", regions.Where(region => region.Code != region.Name).Select(region => $"{region.Code}: {region.Name}"))}.",
                "Source: IOM-EU cooperation report, 2015-2016. Shares are rounded by largest remainder, so that each region's add up to exactly 100.",
                "The counts are assumed: the smallest number of a region's projects of which the published shares can be.",
                .. evidence.OthersIn("IOM-EU"),
            ]);
    }

    sealed record Slice(string Theme, decimal Percent, decimal Projects);

    sealed record Region(string Name, string Code, IReadOnlyList<Slice> Slices)
    {
        public IReadOnlyList<decimal> Shares { get; } = TrustFund.Shares.OfHundred([.. Slices.Select(slice => slice.Projects)]);

        public Cell ShareOf(string theme) => Slices.Index().Where(slice => slice.Item.Theme == theme)
            .Select(slice => Cell.Percent(Shares[slice.Index], slice.Item.Percent))
            .FirstOrDefault(Cell.Nothing);
    }
}
