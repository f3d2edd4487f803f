namespace TrustFund.Journal.Tests.Given;

/// <summary>
/// Before RabbitMQ: makes it deaf, when told to, to everybody who is connected by then, while heartbeats still go to and fro. So does a broker
/// that blocks publishers, or whose reader hangs. Whoever connects anew is heard.
/// </summary>
sealed class DeafProxy(int server) : Proxy(server)
{
    // An AMQP frame of type 8 on channel 0, empty.
    static readonly byte[] Heartbeat = [8, 0, 0, 0, 0, 0, 0, 0xCE];

    int heard;

    public void GoDeaf() => Volatile.Write(ref heard, Lines);

    protected override Fate Judge(int line, ReadOnlySpan<byte> bytes, bool fromServer) =>
        fromServer || line >= Volatile.Read(ref heard) || bytes.SequenceEqual(Heartbeat) ? Fate.Passes : Fate.IsLost;
}
