using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TrustFund.Bench;

/// <summary>
/// One client's keep-alive connection. It does no more than a load generator must, because it shares the cores with what it measures;
/// pgbench, the measure beside it, is as lean.
/// </summary>
sealed class Connection : IDisposable
{
    readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] received = new byte[64 * 1024];
    readonly Uri address;

    Connection(Uri address) => this.address = address;

    public static async Task<Connection> Open(Uri address)
    {
        var connection = new Connection(address);
        await connection.socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Posts a command and gives the answer's body; anything but a success ends the run, for its figures would mean nothing.</summary>
    public async Task<string> Post(string path, string token, string key, string body)
    {
        var request = Encoding.UTF8.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n" +
            $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        for (var sent = 0; sent < request.Length;)
            sent += await socket.SendAsync(request.AsMemory(sent));
        return await ReadAnswer(path);
    }

    public void Dispose() => socket.Dispose();

    async Task<string> ReadAnswer(string path)
    {
        var (length, total) = (0, int.MaxValue);
        var head = 0;
        while (length < total)
        {
            var read = await socket.ReceiveAsync(received.AsMemory(length));
            if (read == 0)
                throw new IOException($"The connection was closed before the answer to POST {path} was whole.");
            length += read;
            if (head == 0 && (head = received.AsSpan(0, length).IndexOf("\r\n\r\n"u8) + 4) >= 4)
                total = head + ContentLength(path, Encoding.ASCII.GetString(received, 0, head), length);
            else if (head == 3)
                head = 0;
        }
        return Encoding.UTF8.GetString(received, head, total - head);
    }

    int ContentLength(string path, string head, int length)
    {
        const string Name = "Content-Length: ";
        var at = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (head.AsSpan(9, 1) is not "2" || at < 0)
            throw new InvalidOperationException($"POST {path} answered {Encoding.UTF8.GetString(received, 0, length)}");
        var end = head.IndexOf('\r', at);
        return int.Parse(head.AsSpan(at + Name.Length, end - at - Name.Length), CultureInfo.InvariantCulture);
    }
}
