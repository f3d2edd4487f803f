namespace TrustFund.Provisioning;

/// <summary>Waits for a server to answer: again and again, for a bounded time, saying so.</summary>
static class Patience
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Tries until <paramref name="attempt"/> gives no reason why the server is not there yet.</summary>
    /// <exception cref="ProvisioningException">It still gave one when the time was up.</exception>
    public static async Task UntilAnswersAsync(
        string server, Func<CancellationToken, Task<string?>> attempt, TimeSpan patience, TextWriter report, TimeProvider time, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        for (var first = true; ; first = false)
        {
            if (await attempt(cancel) is not { } reason)
            {
                await report.WriteLineAsync($"{server}: answers");
                return;
            }

            if (time.GetElapsedTime(started) >= patience)
            {
                throw new ProvisioningException($"{server} did not answer within {patience.TotalSeconds:0} seconds: {reason}");
            }

            if (first)
            {
                await report.WriteLineAsync($"{server}: waiting up to {patience.TotalSeconds:0} seconds for it to answer ({reason})");
            }

            await Task.Delay(Pause, time, cancel);
        }
    }
}
