using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>The published story, replayed through the APIs as a user replays it.</summary>
[Collection(OnePlatform.Name)]
public sealed class DemoTests(Given.Platform platform)
{
    [Fact]
    public async Task The_published_story_comes_to_every_published_figure_and_the_second_time_changes_nothing()
    {
        var first = await Replay();
        Assert.True(first.Status == 0, $"It ended with {first.Status}.\n{first.Errors}\n{first.Output}");
        Assert.Contains("235 commands: 235 recorded, 0 replayed.", first.Output, StringComparison.Ordinal);
        Assert.Contains("All 233 figures agree.", first.Output, StringComparison.Ordinal);

        var second = await Replay();
        Assert.True(second.Status == 0, $"It ended with {second.Status}.\n{second.Errors}\n{second.Output}");
        Assert.Contains("All 235 commands had been recorded before and were replayed", second.Output, StringComparison.Ordinal);
        Assert.Contains("All 233 figures agree.", second.Output, StringComparison.Ordinal);
    }

    async Task<(string Output, string Errors, int Status)> Replay()
    {
        var file = Path.Combine(Path.GetTempPath(), $"trustfund-platform-{Guid.NewGuid():N}.json");
        var addresses = Given.Platform.Services.Append("signin").ToDictionary(service => service, service => platform.App.GetEndpoint(service));
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(addresses), TestContext.Current.CancellationToken);
        try
        {
            return await Program.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "TrustFund.Demo.dll"), "--platform", file]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
