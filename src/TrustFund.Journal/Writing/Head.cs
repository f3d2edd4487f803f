namespace TrustFund.Journal.Writing;

/// <summary>The last entry of the journal: what the next one continues.</summary>
sealed record Head(long Sequence, byte[] Hash, DateTimeOffset RecordedAt)
{
    /// <summary>The moment of the next entry: now, but never before the last one, whatever the clock did. PostgreSQL keeps microseconds.</summary>
    public DateTimeOffset Next(DateTimeOffset now)
    {
        var whole = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return whole > RecordedAt ? whole : RecordedAt;
    }
}

/// <summary>How far a source is followed.</summary>
sealed record Cursor(string Source, long Sequence, ReadOnlyMemory<byte> Hash)
{
    public static Cursor Start(string source) => new(source, 0, new byte[32]);
}
