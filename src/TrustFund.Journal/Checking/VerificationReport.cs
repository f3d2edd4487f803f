namespace TrustFund.Journal.Checking;

/// <summary>What proving a service's books came to.</summary>
/// <param name="Source">The service.</param>
/// <param name="Proved">Whether everything fits.</param>
/// <param name="Head">The sequence of its last entry.</param>
/// <param name="Followed">How far each source it follows was applied: the proof stands for these positions.</param>
/// <param name="Tables">Each table of states, compared with the fold of the journals.</param>
/// <param name="Findings">What does not fit, at most 100 sentences; empty when proved.</param>
public sealed record VerificationReport(
    string Source,
    bool Proved,
    long Head,
    IReadOnlyDictionary<string, long> Followed,
    IReadOnlyList<VerifiedTable> Tables,
    IReadOnlyList<string> Findings);

/// <summary>A table of states, compared with the fold of the journals.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Differing">How many rows are missing, too many, or differ in any column.</param>
public sealed record VerifiedTable(string Table, int Rows, int Differing);
