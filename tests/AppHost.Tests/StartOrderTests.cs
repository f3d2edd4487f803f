namespace AppHost.Tests;

[Collection("running platform")]
public sealed class StartOrderTests(RunningPlatform platform)
{
    [Fact]
    public void The_task_starts_only_when_both_servers_take_connections() =>
        // The task connects to both and fails if it cannot; its mark says that it succeeded.
        Assert.True(File.Exists(Path.Combine(platform.DataFolder, "task-done")));

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public async Task A_service_starts_only_when_the_task_it_waits_for_is_complete(string service) =>
        Assert.Equal("True", await platform.AskAsync(service, "/task-was-done"));

    [Fact]
    public async Task The_start_ends_only_when_every_service_is_healthy()
    {
        using var answer = await RunningPlatform.Http.GetAsync(new Uri(platform.App.GetEndpoint("second"), "/health"), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task The_addresses_of_everything_stand_in_the_platform_file()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(platform.DataFolder, "platform.json"), TestContext.Current.CancellationToken);
        var addresses = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(text)!;
        Assert.Equal(platform.App.GetEndpoint("first"), new Uri(addresses["first"]));
        Assert.Equal(platform.App.RabbitMq().ManagementUri, new Uri(addresses["management"]));
        Assert.Equal(["first", "management", "messaging", "postgres", "second", "task"], addresses.Keys);
    }
}
