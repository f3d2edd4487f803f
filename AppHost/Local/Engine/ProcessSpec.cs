namespace TrustFund.AppHost.Local;

/// <summary>How to start, and how to stop, one child process.</summary>
sealed record ProcessSpec(string Program, IReadOnlyList<string> Arguments)
{
    public required string WorkingFolder { get; init; }

    /// <summary>Added to the AppHost's own environment; null takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Asks the process to end by itself.</summary>
    public Signal StopSignal { get; init; } = Signal.Terminate;

    /// <summary>How long it may take over that before it is killed.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The signal a process gets when the AppHost is gone; five seconds later it is killed.</summary>
    public string OrphanSignal { get; init; } = "KILL";
}
