using System.Net;
using System.Net.Sockets;

namespace TrustFund.Journal.Tests.Given;

/// <summary>
/// Stands between a writer and PostgreSQL and, when told to, cuts the line just when the answer to a commit comes by: the one moment in
/// which a client cannot know whether it was written.
/// </summary>
sealed class LossyProxy : IAsyncDisposable
{
    // CommandComplete with the tag COMMIT, as it stands on the wire.
    static readonly byte[] Committed = [(byte)'C', 0, 0, 0, 11, .. "COMMIT\0"u8];

    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource closing = new();
    readonly Task accepting;
    readonly int server;
    int losing;
    int lost;

    public LossyProxy(int server)
    {
        this.server = server;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Lost => Volatile.Read(ref lost);

    public void LoseNextCommit() => Volatile.Write(ref losing, 1);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        listener.Dispose();
        closing.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true)
                _ = Relay(await listener.AcceptTcpClientAsync(closing.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    async Task Relay(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, server);
        await Task.WhenAny(Pass(near, far, loses: false), Pass(far, near, loses: true));
    }

    async Task Pass(TcpClient from, TcpClient to, bool loses)
    {
        var buffer = new byte[65536];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer, closing.Token)) > 0)
            {
                if (loses && buffer.AsSpan(0, read).IndexOf(Committed) >= 0 && Interlocked.Exchange(ref losing, 0) == 1)
                {
                    Interlocked.Increment(ref lost);
                    return;
                }
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), closing.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }
}
