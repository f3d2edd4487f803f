using System.ComponentModel;
using System.Diagnostics;

namespace TrustFund.AppHost.Local;

/// <summary>
/// Keeps one program running: starts it, waits until it is ready, and starts it again, ever more slowly, when it dies without being asked to.
/// </summary>
/// <param name="name">The resource's name, for messages and notes.</param>
/// <param name="runFolder">Where the running process is noted.</param>
/// <param name="log">Where its lines go.</param>
/// <param name="prepare">Makes ready for a start and says what to start; run before every start.</param>
/// <param name="probe">Whether the program is ready; asked again and again, and must not throw for a program that is not.</param>
sealed class SupervisedProcess(
    string name,
    string runFolder,
    ResourceLog log,
    Func<CancellationToken, Task<ProcessSpec>> prepare,
    Func<CancellationToken, Task<bool>> probe) : IAsyncDisposable
{
    const int AttemptsBeforeFirstReady = 3;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Steady = TimeSpan.FromSeconds(30);
    static readonly TimeSpan ProbeInterval = TimeSpan.FromMilliseconds(50);

    readonly Lock gate = new();
    CancellationTokenSource stopping = new();
    Task supervision = Task.CompletedTask;
    TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ChildProcess? child;
    ProcessSpec? spec;
    bool everReady;

    /// <summary>Whether it is started again when it dies; a server in the hands of a test is not.</summary>
    public bool RestartsItself { get; init; } = true;

    /// <summary>The running process, or null when there is none.</summary>
    public int? ProcessId => Running?.Id;

    public string Name => name;

    ChildProcess? Running => child is { Exited.IsCompleted: false } running ? running : null;

    /// <summary>Starts the program and waits until it is ready.</summary>
    /// <exception cref="DistributedApplicationException">It ended, several times, before it was ready.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (supervision.IsCompleted)
            {
                stopping.Dispose();
                stopping = new CancellationTokenSource();
                ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
                everReady = false;
                supervision = Task.Run(() => SuperviseAsync(stopping.Token), CancellationToken.None);
            }
        }

        await WaitReadyAsync(cancellation);
    }

    /// <summary>Waits until the program, or the one that takes its place, is ready.</summary>
    public Task WaitReadyAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            return ready.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>Kills the process, as a crash would. It is started again unless a test owns it.</summary>
    public async Task KillAsync()
    {
        if (Running is { } running)
        {
            ExpectReadinessAnew();
            running.SendToTree(Signal.Kill);
            await running.Exited;
            if (!RestartsItself)
            {
                // Until the supervision has ended too, a start would only join it, and wait for ever.
                await supervision;
            }
        }
    }

    /// <summary>Halts the process where it stands (SIGSTOP), with all that it started, and returns when it has come to a halt.</summary>
    public async Task PauseAsync()
    {
        if (Running is { } running)
        {
            running.SendToTree(Signal.Stop);
            while (ProcessTable.Find(running.Id) is { State: not ('T' or 'Z') })
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }
    }

    /// <summary>Lets a paused process go on.</summary>
    public void Resume() => Running?.SendToTree(Signal.Continue);

    /// <summary>Stops the program and does not start it again until asked.</summary>
    /// <param name="kill">Kills it at once instead of asking it to end.</param>
    public async Task StopAsync(bool kill = false)
    {
        ExpectReadinessAnew();
        await stopping.CancelAsync();
        if (Running is { } running && spec is not null)
        {
            if (kill)
            {
                running.SendToTree(Signal.Kill);
            }
            else if (!await running.StopAsync(spec))
            {
                log.Say($"did not stop within {spec.StopTimeout.TotalSeconds:0} s and was killed");
            }
        }

        await supervision;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(kill: true);
        stopping.Dispose();
        log.Dispose();
    }

    async Task SuperviseAsync(CancellationToken stop)
    {
        for (var failures = 0; !stop.IsCancellationRequested;)
        {
            var began = Stopwatch.GetTimestamp();
            var (exitCode, obstacle) = await RunOnceAsync(stop);
            if (stop.IsCancellationRequested)
            {
                return;
            }

            failures = everReady && Stopwatch.GetElapsedTime(began) > Steady ? 1 : failures + 1;
            if (!RestartsItself || (!everReady && (obstacle is not null || failures >= AttemptsBeforeFirstReady)))
            {
                GiveUp(exitCode, obstacle);
                return;
            }

            ExpectReadinessAnew();
            var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstPause.Ticks << Math.Min(failures - 1, 10)));
            log.Say($"{obstacle?.Message ?? Describe(exitCode)}; starting it again in {pause.TotalSeconds:0.#} s");
            await Task.Delay(pause, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    async Task<(int ExitCode, Exception? Obstacle)> RunOnceAsync(CancellationToken stop)
    {
        try
        {
            spec = await prepare(stop);
            using var running = ChildProcess.Start(spec, log.Write);
            child = running;
            Leftovers.Note(runFolder, name, running.Id);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var probing = ProbeUntilReadyAsync(running, over.Token);
            if (stop.IsCancellationRequested)
            {
                // The request to stop came between the preparation and the start, and found nothing to stop.
                running.SendToTree(Signal.Kill);
            }

            var exitCode = await running.Exited;
            await over.CancelAsync();
            await probing;
            Leftovers.Forget(runFolder, name);
            return (exitCode, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (0, null);
        }
        catch (Exception obstacle) when (obstacle is DistributedApplicationException or IOException or UnauthorizedAccessException or Win32Exception)
        {
            return (0, obstacle);
        }
    }

    async Task ProbeUntilReadyAsync(ChildProcess running, CancellationToken over)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            while (!await probe(over))
            {
                await Task.Delay(ProbeInterval, over);
            }
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return;
        }

        if (!running.Exited.IsCompleted)
        {
            everReady = true;
            log.Say($"ready after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
            lock (gate)
            {
                ready.TrySetResult();
            }
        }
    }

    void GiveUp(int exitCode, Exception? obstacle)
    {
        var message = obstacle?.Message ?? $"'{name}' {Describe(exitCode)}. Its last lines:{Environment.NewLine}{log.Tail}";
        lock (gate)
        {
            ready.TrySetException(new DistributedApplicationException(message));
        }
    }

    void ExpectReadinessAnew()
    {
        lock (gate)
        {
            if (ready.Task.IsCompleted)
            {
                ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    static string Describe(int exitCode) =>
        exitCode > 128 ? $"was ended by signal {exitCode - 128}" : $"ended with exit code {exitCode}";
}
