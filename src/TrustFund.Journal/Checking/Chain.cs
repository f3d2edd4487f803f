namespace TrustFund.Journal.Checking;

/// <summary>Walks along a journal and notes where it does not continue.</summary>
sealed class Chain(string source, List<string> findings)
{
    byte[] hash = new byte[32];

    public long Last { get; private set; }

    public void Continue(CloudEvent entry)
    {
        if (entry.Sequence != Last + 1)
            findings.Add($"{source}:{entry.Sequence} follows {Last}: the sequence has a gap.");
        if (!entry.PreviousHash.Span.SequenceEqual(hash))
            findings.Add($"{source}:{entry.Sequence} names another predecessor than {source}:{Last}.");
        hash = entry.Hash();
        Last = entry.Sequence;
    }

    /// <summary>An entry that cannot be read is passed by; what it was is known only to the one that names its hash.</summary>
    public void PassBy(long sequence, byte[] body)
    {
        findings.Add($"{source}:{sequence} cannot be read.");
        hash = System.Security.Cryptography.SHA256.HashData(body);
        Last = sequence;
    }

    public void EndAt(long sequence, byte[] lastHash, string where)
    {
        if (Last != sequence)
            findings.Add($"{source}: {where} stands at {sequence}, the last entry is {Last}.");
        else if (!hash.AsSpan().SequenceEqual(lastHash))
            findings.Add($"{source}: {where} stands at {sequence}, with another hash than that entry has.");
    }
}
