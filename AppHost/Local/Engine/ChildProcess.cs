using System.Diagnostics;

namespace TrustFund.AppHost.Local;

/// <summary>
/// A child process that cannot outlive the AppHost. It leads a session of its own, so Ctrl-C in the terminal reaches only the AppHost, which
/// then stops its children in order. Beside it a shell, the lifeline, waits at the end of a pipe that only the AppHost holds open:
/// when the AppHost dies, however it dies, the pipe closes and the lifeline ends the child and its group.
/// </summary>
sealed class ChildProcess : IDisposable
{
    // The outer shell becomes the program itself, so its number is the program's. The lifeline is started through a subshell that ends at
    // once: it must not be the program's child, because PostgreSQL takes the death of a child it does not know for a crash.
    const string Launch = """
        exec 3<&0 </dev/null
        (setsid sh -c '
          read -r word <&3
          [ "$word" = released ] && exit
          kill -s "$2" "$1" 2>/dev/null
          if [ "$2" != KILL ]; then
            left=50
            while [ "$left" -gt 0 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; left=$((left - 1)); done
          fi
          kill -s KILL "$1" "-$1" 2>/dev/null
        ' lifeline "$$" "$0" >/dev/null 2>&1 &)
        exec "$@" 3<&-
        """;

    static readonly TimeSpan DrainTimeout = TimeSpan.FromSeconds(1);

    readonly Process process;

    ChildProcess(Process process, Action<string> onLine)
    {
        this.process = process;
        Id = process.Id;
        Exited = WatchAsync(Task.WhenAll(PumpAsync(process.StandardOutput, onLine), PumpAsync(process.StandardError, onLine)));
    }

    public int Id { get; }

    /// <summary>Ends with the exit code when the process has ended; 128 and the signal's number when a signal ended it.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(ProcessSpec spec, Action<string> onLine)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Launch, spec.OrphanSignal, spec.Program, .. spec.Arguments])
        {
            WorkingDirectory = spec.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(Process.Start(start)!, onLine);
    }

    public void Send(Signal signal) => Posix.Send(Id, signal);

    /// <summary>Sends the signal to the process and to all that it started.</summary>
    public void SendToTree(Signal signal)
    {
        foreach (var member in ProcessTable.Tree(Id))
        {
            Posix.Send(member, signal);
        }
    }

    /// <summary>Asks the process to end, and kills it with all that it started if it does not in time.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync(ProcessSpec spec)
    {
        // A paused process would sleep through the request.
        SendToTree(Signal.Continue);
        Send(spec.StopSignal);
        var ended = await Task.WhenAny(Exited, Task.Delay(spec.StopTimeout)) == Exited;
        if (!ended)
        {
            SendToTree(Signal.Kill);
            await Exited;
        }

        return ended;
    }

    public void Dispose() => process.Dispose();

    async Task<int> WatchAsync(Task output)
    {
        await process.WaitForExitAsync();

        // What is left of its group goes with it; the lifeline has nothing more to guard.
        Posix.SendToGroup(Id, Signal.Kill);
        try
        {
            process.StandardInput.WriteLine("released");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The lifeline was killed by somebody; the process it guarded has ended all the same.
        }

        // Its last words explain its end, but a grandchild in a group of its own may hold the pipe open for as long as it likes.
        await Task.WhenAny(output, Task.Delay(DrainTimeout));
        return process.ExitCode;
    }

    static async Task PumpAsync(StreamReader output, Action<string> onLine)
    {
        try
        {
            while (await output.ReadLineAsync() is { } line)
            {
                onLine(line);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The process was disposed of while a grandchild still held its output.
        }
    }
}
