namespace TrustFund.Events;

/// <summary>A position in a service's journal.</summary>
/// <param name="Source">The service, such as <c>pledges</c>.</param>
/// <param name="Sequence">The sequence of an entry of its journal; 0 when it had none.</param>
public sealed record SourceSequence(string Source, long Sequence);
