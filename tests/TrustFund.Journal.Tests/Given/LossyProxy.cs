namespace TrustFund.Journal.Tests.Given;

/// <summary>
/// Before PostgreSQL: cuts the line, when told to, just when the answer to a commit comes by, the one moment in which a client cannot know
/// whether it was written.
/// </summary>
sealed class LossyProxy(int server) : Proxy(server)
{
    // CommandComplete with the tag COMMIT, as it stands on the wire.
    static readonly byte[] Committed = [(byte)'C', 0, 0, 0, 11, .. "COMMIT\0"u8];

    int losing;
    int lost;

    public int Lost => Volatile.Read(ref lost);

    public void LoseNextCommit() => Volatile.Write(ref losing, 1);

    protected override Fate Judge(int line, ReadOnlySpan<byte> bytes, bool fromServer)
    {
        if (!fromServer || bytes.IndexOf(Committed) < 0 || Interlocked.Exchange(ref losing, 0) != 1)
            return Fate.Passes;
        Interlocked.Increment(ref lost);
        return Fate.EndsTheLine;
    }
}
