using System.Collections.Concurrent;
using System.Diagnostics;
using AppHost.TestService;

namespace AppHost.Tests;

/// <summary>A whole platform in a process of its own, as a person starts it, so that it can be interrupted and killed.</summary>
sealed class PlatformProcess : IDisposable
{
    readonly Process process;
    readonly ConcurrentQueue<string> lines = new();

    public PlatformProcess(string dataFolder, params string[] more)
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [typeof(TestProject).Assembly.Location, "platform", "--DataFolder", dataFolder, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output => string.Join(Environment.NewLine, lines);

    public Task IsReadyAsync() => Eventually.HoldsAsync(
        "the platform is ready",
        () =>
        {
            Assert.False(process.HasExited, "The platform ended: " + Output);
            return Task.FromResult(lines.Contains("ready"));
        },
        () => Output);

    public void Send(Signal signal) => Posix.Send(process.Id, signal);

    public async Task<int> EndsAsync()
    {
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>Everything it has started so far, directly or not, with start times, so that it can be recognised later.</summary>
    public IReadOnlyList<ProcessEntry> Descendants() =>
        [.. ProcessTable.Tree(process.Id).Skip(1).Select(ProcessTable.Find).OfType<ProcessEntry>()];

    /// <summary>Which of these processes still live.</summary>
    public static IReadOnlyList<ProcessEntry> Alive(IEnumerable<ProcessEntry> processes) =>
        [.. processes.Where(known => ProcessTable.Find(known.Id) is { State: not 'Z' } now && now.Started == known.Started)];

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
