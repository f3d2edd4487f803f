using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TrustFund.AppHost.Local;

/// <summary>Turns the ways in which a person or the system asks for an end into a cancellation. Who asks again after a while means at once.</summary>
sealed class StopRequests : IDisposable
{
    static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    // A terminal, or a parent that passes signals on, may deliver one request twice.
    static readonly TimeSpan SameRequest = TimeSpan.FromSeconds(1);

    readonly CancellationTokenSource ending;
    readonly List<PosixSignalRegistration> registrations;
    long? firstRequest;

    public StopRequests(CancellationTokenSource ending, bool watchInput)
    {
        this.ending = ending;
        registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
        if (watchInput)
        {
            _ = WatchInputAsync();
        }
    }

    public void Dispose() => registrations.ForEach(registration => registration.Dispose());

    void OnSignal(PosixSignalContext context)
    {
        firstRequest ??= Stopwatch.GetTimestamp();

        // Left to itself the signal ends this process, and the lifelines end the children.
        context.Cancel = Stopwatch.GetElapsedTime(firstRequest.Value) < SameRequest;
        ending.Cancel();
    }

    async Task WatchInputAsync()
    {
        // Console.In reads synchronously even when asked not to, and would hold up the start.
        await using var input = Console.OpenStandardInput();
        var nothing = new byte[256];
        while (await input.ReadAsync(nothing) > 0)
        {
            // Only the end of the input says anything: whoever started this platform is gone.
        }

        await ending.CancelAsync();
    }
}
