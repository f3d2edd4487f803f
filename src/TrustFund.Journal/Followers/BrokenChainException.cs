namespace TrustFund.Journal;

/// <summary>A source's entry does not continue the one before it: its journal was altered, or two writers forked it.</summary>
public sealed class BrokenChainException : Exception
{
    /// <summary>The chain of <paramref name="source"/> breaks at <paramref name="sequence"/>.</summary>
    public BrokenChainException(string source, long sequence)
        : base($"The journal of '{source}' does not continue at {sequence}: its entry names another predecessor than the one applied.")
    {
    }

    /// <summary>A chain breaks.</summary>
    public BrokenChainException()
    {
    }

    /// <summary>A chain breaks.</summary>
    public BrokenChainException(string message)
        : base(message)
    {
    }

    /// <summary>A chain breaks.</summary>
    public BrokenChainException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
