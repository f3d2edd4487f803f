namespace AppHost.Tests;

[Collection("running platform")]
public sealed class RestartTests(RunningPlatform platform)
{
    readonly DistributedApplication app = platform.App;

    [Fact]
    public async Task A_service_that_dies_is_started_again_and_the_log_says_so()
    {
        var before = await platform.AskAsync("first", "/process");
        await app.KillAsync("first");
        await app.WaitHealthyAsync("first", TestContext.Current.CancellationToken);
        Assert.NotEqual(before, await platform.AskAsync("first", "/process"));
        Assert.Contains("was ended by signal 9; starting it again in", await LogAsync("first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_dies_comes_back_with_its_data()
    {
        await ExecuteAsync("CREATE TABLE IF NOT EXISTS kept (value int); INSERT INTO kept VALUES (7)");
        await app.KillAsync("postgres");
        await app.WaitHealthyAsync("postgres", TestContext.Current.CancellationToken);
        Assert.Equal(7, await ExecuteAsync("SELECT max(value) FROM kept"));
    }

    [Fact]
    public async Task A_paused_service_is_silent_until_it_is_resumed()
    {
        await app.PauseAsync("second");
        var answer = platform.AskAsync("second", "/health");
        try
        {
            Assert.NotSame(answer, await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken)));
        }
        finally
        {
            app.Resume("second");
        }

        await answer;
    }

    [Fact]
    public async Task A_service_that_was_taken_down_stays_down_until_it_is_started()
    {
        await app.StopResourceAsync("second");
        Assert.Contains("the service says goodbye", await LogAsync("second"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<HttpRequestException>(() => platform.AskAsync("second", "/health"));
        Assert.Null(app.ProcessId("second"));
        await app.StartResourceAsync("second", TestContext.Current.CancellationToken);
        await platform.AskAsync("second", "/health");
    }

    [Fact]
    public async Task A_replica_has_a_port_of_its_own_and_otherwise_the_same_environment()
    {
        await using var replica = await app.StartReplicaAsync("first", TestContext.Current.CancellationToken);
        Assert.NotEqual(app.GetEndpoint("first"), replica.Address);
        Assert.Equal($"{replica.ProcessId}", await RunningPlatform.AskAsync(replica.Address, "/process"));
        var differing = replica.Environment.Except(app.ResourceEnvironment("first")).Select(variable => variable.Key).Order();
        Assert.Equal(["ASPNETCORE_URLS", "OTEL_RESOURCE_ATTRIBUTES"], differing);
    }

    [Fact]
    public async Task The_pauses_between_restarts_grow()
    {
        using var folder = new ScratchFolder();
        await using var program = new SupervisedProcess(
            "short-lived",
            folder.Path,
            new ResourceLog("short-lived", folder.Path, LogPrinter.Silent),
            _ => Task.FromResult(new ProcessSpec("sh", ["-c", "sleep 0.2; exit 3"]) { WorkingFolder = folder.Path }),
            _ => Task.FromResult(true));
        await program.StartAsync(TestContext.Current.CancellationToken);
        await Eventually.HoldsAsync("it was started three times", () => ReadLog(folder.In("short-lived.log")).Split("ready after").Length > 3);
        var log = ReadLog(folder.In("short-lived.log"));
        Assert.Contains("ended with exit code 3; starting it again in 0.5 s", log, StringComparison.Ordinal);
        Assert.Contains("ended with exit code 3; starting it again in 1 s", log, StringComparison.Ordinal);
    }

    Task<string> LogAsync(string resource) => Task.FromResult(ReadLog(app.LogFile(resource)));

    static string ReadLog(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    async Task<object?> ExecuteAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.GetConnectionString("postgres"));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
