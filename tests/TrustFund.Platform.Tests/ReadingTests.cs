using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Whatever can be read of a fund by its code alone is read, from every service: of one that has everything, and of one that has nothing.</summary>
[Collection(OnePlatform.Name)]
public sealed class ReadingTests(Given.Platform platform)
{
    [Fact]
    public async Task Every_list_and_report_of_a_fund_answers()
    {
        var full = await Fund.Establish(platform, "READ-FULL");
        var (_, contract) = await full.Stage(certified: 1000.00m, cash: 500.00m, contracted: 800.00m);
        await full.Pay(contract, 100.00m);
        var empty = await Fund.Establish(platform, "READ-EMPTY");
        foreach (var service in Given.Platform.Services)
        {
            await full.Arrival(service);
            await empty.Arrival(service);
        }

        var (read, reports) = (0, 0);
        foreach (var service in Given.Platform.Services)
        {
            foreach (var (path, filters) in await Readable(service))
            {
                foreach (var fund in new[] { full, empty })
                {
                    read++;
                    var answer = await platform.Get(service, Of(fund, path));
                    Assert.True((int)answer.Status is 200 or 400 or 404, $"{service} {path}: {answer}");
                    // What has a required parameter says which.
                    Assert.True((int)answer.Status != 400 || answer.Field is not null, $"{service} {path}: {answer}");
                    Assert.True((int)answer.Status != 404 || !answer.Text.Contains("There is nothing at", StringComparison.Ordinal), $"{service} {path}: {answer}");
                }
                // A report is there as of a day, as known on a moment, and as a table, whatever else it needs to be told.
                var isReport = filters.Contains("asOf=2020-12-31") && filters.Contains("knownOn=2020-12-31T00:00:00Z") && filters.Contains("format=csv");
                reports += isReport ? 1 : 0;
                if (isReport && (await platform.Get(service, Of(full, path))).Succeeded)
                {
                    foreach (var fund in new[] { full, empty })
                    {
                        var table = await platform.Get(service, $"{Of(fund, path)}?asOf=2020-02-01&knownOn=2020-12-31T00:00:00Z&format=csv");
                        Assert.True(table.Succeeded && table.MediaType == "text/csv", $"{service} {path}: {table}");
                    }
                }
                foreach (var filter in filters)
                {
                    var answer = await platform.Get(service, $"{Of(full, path)}?{filter}");
                    Assert.True((int)answer.Status < 500, $"{service} {path}?{filter}: {answer}");
                }
            }
        }
        Assert.True(read > 60, $"Only {read} were found.");
        // Nine of Audit, six of Leverage, two of Pledges.
        Assert.Equal(17, reports);
    }

    static string Of(Fund fund, string path) => path.Replace("{fund}", fund.Code, StringComparison.Ordinal).Replace("{donor}", fund.Donor, StringComparison.Ordinal);

    /// <summary>The paths under a fund without further parts but its donor, each with some tries of every filter it names.</summary>
    async Task<IReadOnlyList<(string Path, IReadOnlyList<string> Filters)>> Readable(string service)
    {
        var document = (await platform.Get(service, "/openapi/v1.json")).Json;
        return [.. document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _) && path.Name.StartsWith("/funds/{fund}", StringComparison.Ordinal) && path.Name.Replace("/{donor}", "", StringComparison.Ordinal).Count(letter => letter == '{') == 1)
            .Select(path => (path.Name, Filters(path.Value.GetProperty("get"))))];
    }

    static IReadOnlyList<string> Filters(JsonElement operation) => operation.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => parameter.GetProperty("name").GetString()!)
            .SelectMany(name => new[] { $"{name}=x", $"{name}=1", $"{name}=2020-12-31", $"{name}=2020-12-31T00:00:00Z", $"{name}=csv", $"{name}=true" })]
        : [];
}
