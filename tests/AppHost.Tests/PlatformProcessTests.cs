using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace AppHost.Tests;

public sealed class PlatformProcessTests : IDisposable
{
    static readonly string[] WithoutServers = ["--Servers", "false", "--Ports", "any"];

    readonly ScratchFolder folder = new();

    [Fact]
    public async Task After_a_kill_nothing_is_left_running_and_the_next_start_finds_the_data()
    {
        IReadOnlyList<ProcessEntry> started;
        using (var first = new PlatformProcess(folder.Path, "--Ports", "any"))
        {
            await first.IsReadyAsync();
            await ExecuteAsync("CREATE TABLE kept (value int); INSERT INTO kept VALUES (7)");
            started = first.Descendants();
            Assert.True(started.Count >= 6, "two servers with their workers, and two services");
            first.Send(Signal.Kill);
            await first.EndsAsync();
        }

        await Eventually.HoldsAsync(
            "nothing is left of the killed platform",
            () => Task.FromResult(PlatformProcess.Alive(started).Count == 0),
            () => string.Join(", ", PlatformProcess.Alive(started)));

        using var second = new PlatformProcess(folder.Path, "--Ports", "any");
        await second.IsReadyAsync();
        Assert.Equal(7, await ExecuteAsync("SELECT value FROM kept"));
        started = second.Descendants();
        second.Send(Signal.Terminate);
        Assert.Equal(0, await second.EndsAsync());
        Assert.Empty(PlatformProcess.Alive(started));
        Assert.Contains("database system is shut down", await File.ReadAllTextAsync(folder.In("logs/postgres.log"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_stops_everything_in_order_and_leaves_no_process()
    {
        using var platform = new PlatformProcess(folder.Path, WithoutServers);
        await platform.IsReadyAsync();
        var started = platform.Descendants();
        Assert.NotEmpty(started);
        platform.Send(Signal.Interrupt);
        Assert.Equal(0, await platform.EndsAsync());
        Assert.Empty(PlatformProcess.Alive(started));
        Assert.Contains("first  | the service says goodbye", platform.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.In("platform.json")));
    }

    [Fact]
    public async Task Children_end_with_their_platform_even_when_their_lifelines_were_killed()
    {
        using (var platform = new PlatformProcess(folder.Path, WithoutServers))
        {
            await platform.IsReadyAsync();
            var services = platform.Descendants();
            foreach (var lifeline in ProcessTable.Read().Where(entry => IsLifelineOf(entry.Id, services)))
            {
                Posix.Send(lifeline.Id, Signal.Kill);
            }

            platform.Send(Signal.Kill);
            await platform.EndsAsync();
            Assert.NotEmpty(PlatformProcess.Alive(services));
            using var next = new PlatformProcess(folder.Path, WithoutServers);
            await next.IsReadyAsync();
            Assert.Empty(PlatformProcess.Alive(services));
            next.Send(Signal.Terminate);
            await next.EndsAsync();
        }
    }

    [Fact]
    public async Task A_second_start_on_the_same_data_is_refused_with_the_reason()
    {
        using var first = new PlatformProcess(folder.Path, WithoutServers);
        await first.IsReadyAsync();
        using var second = new PlatformProcess(folder.Path, WithoutServers);
        Assert.Equal(1, await second.EndsAsync());
        Assert.Contains("is already running on " + folder.Path, second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
        first.Send(Signal.Terminate);
        Assert.Equal(0, await first.EndsAsync());
    }

    [Fact]
    public async Task A_platform_whose_usual_ports_are_taken_runs_on_others_and_says_where()
    {
        using var somebody = new TcpListener(IPAddress.Loopback, 5190) { ExclusiveAddressUse = true };
        try
        {
            somebody.Start();
        }
        catch (SocketException)
        {
            // Somebody else has it already, which serves as well.
        }

        using var platform = new PlatformProcess(folder.Path, "--Servers", "false");
        await platform.IsReadyAsync();
        var addresses = Addresses();
        Assert.All(addresses.Values, address => Assert.NotEqual(5190, new Uri(address).Port));
        Assert.All(addresses.Values, address => Assert.Contains(address, platform.Output, StringComparison.Ordinal));
        platform.Send(Signal.Terminate);
        Assert.Equal(0, await platform.EndsAsync());
    }

    [Fact]
    public async Task A_task_that_fails_ends_the_start_with_its_last_words_and_an_exit_code()
    {
        using var platform = new PlatformProcess(folder.Path, [.. WithoutServers, "--TaskFails", "yes"]);
        Assert.Equal(1, await platform.EndsAsync());
        Assert.Contains("'task' ended with exit code 3", platform.Output, StringComparison.Ordinal);
        Assert.Contains("the task was asked to fail", platform.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", platform.Output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    static bool IsLifelineOf(int process, IReadOnlyList<ProcessEntry> services)
    {
        var words = ProcessTable.CommandLine(process).Split('\0');
        return words.Length > 4 && words[3] == "lifeline" && services.Any(service => words[4] == $"{service.Id}");
    }

    Dictionary<string, string> Addresses() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(folder.In("platform.json")))!;

    async Task<object?> ExecuteAsync(string sql)
    {
        var port = new Uri(Addresses()["postgres"]).Port;
        var password = JsonSerializer.Deserialize<Dictionary<string, string>>(
            await File.ReadAllTextAsync(folder.In("credentials.json"), TestContext.Current.CancellationToken))!["postgres-password"];
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=postgres;Password={password};Database=postgres");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
