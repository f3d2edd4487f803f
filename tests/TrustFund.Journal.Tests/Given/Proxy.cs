using System.Net;
using System.Net.Sockets;

namespace TrustFund.Journal.Tests.Given;

/// <summary>Stands between a program and a server on this machine; what it does to the line is its kind's to say.</summary>
abstract class Proxy : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource closing = new();
    readonly Task accepting;
    readonly int server;
    int lines;

    protected Proxy(int server)
    {
        this.server = server;
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many lines there have been: the next has this number.</summary>
    protected int Lines => Volatile.Read(ref lines);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        listener.Stop();
        await accepting;
        listener.Dispose();
        closing.Dispose();
    }

    /// <summary>What becomes of bytes on their way.</summary>
    protected abstract Fate Judge(int line, ReadOnlySpan<byte> bytes, bool fromServer);

    async Task Accept()
    {
        try
        {
            while (true)
                _ = Relay(await listener.AcceptTcpClientAsync(closing.Token), Interlocked.Increment(ref lines) - 1);
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    async Task Relay(TcpClient client, int line)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, server);
        await Task.WhenAny(Pass(line, near, far, fromServer: false), Pass(line, far, near, fromServer: true));
    }

    async Task Pass(int line, TcpClient from, TcpClient to, bool fromServer)
    {
        var buffer = new byte[65536];
        try
        {
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer, closing.Token)) > 0)
            {
                switch (Judge(line, buffer.AsSpan(0, read), fromServer))
                {
                    case Fate.Passes:
                        await to.GetStream().WriteAsync(buffer.AsMemory(0, read), closing.Token);
                        break;
                    case Fate.EndsTheLine:
                        return;
                }
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            return;
        }
    }

    protected enum Fate
    {
        Passes,
        IsLost,
        EndsTheLine,
    }
}
