namespace TrustFund.Journal;

/// <summary>Up to when the books of a fund are closed in this service. Its id is the fund's code.</summary>
public sealed record ClosedPeriod : State
{
    /// <summary>The last closed day: nothing is booked on it or before it any more.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>The request that closed it.</summary>
    public required string RequestId { get; init; }
}
