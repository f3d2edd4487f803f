namespace TrustFund.Journal.Relaying;

/// <summary>Tells the relay of this process that there is something to publish; another replica's entries it finds by looking.</summary>
sealed class RelaySignal : IDisposable
{
    readonly SemaphoreSlim raised = new(0, 1);

    public void Set()
    {
        // Once is enough; losing the race means that somebody else has just raised it.
        if (raised.CurrentCount == 0)
        {
            try
            {
                raised.Release();
            }
            catch (SemaphoreFullException)
            {
                return;
            }
        }
    }

    /// <summary>Waits for the signal, at most this long.</summary>
    public Task Wait(TimeSpan most, CancellationToken cancellation) => raised.WaitAsync(most, cancellation);

    public void Dispose() => raised.Dispose();
}
