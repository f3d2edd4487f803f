namespace TrustFund.Contracts.Funds;

/// <summary>The traces that made some money: the last few, so that a later decision can link to where the money came from.</summary>
static class Traces
{
    const int Few = 5;

    public static IReadOnlyList<string> Keep(IReadOnlyList<string> kept, string? trace) =>
        trace is null || kept.Contains(trace) ? kept : [.. kept.Append(trace).TakeLast(Few)];
}
