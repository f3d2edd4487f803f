namespace TrustFund.Disbursements.Contracts;

/// <summary>A payment ahead of the work.</summary>
/// <param name="DisbursementId">Its id.</param>
/// <param name="PaidOn">The bank's value date.</param>
sealed record PaidAhead(string DisbursementId, DateOnly PaidOn);

/// <summary>A report of the partner that was accepted: what of the pre-financing it uses up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">The report's own reference.</param>
/// <param name="Amount">What it uses up.</param>
/// <param name="ClearedOn">When it was accepted.</param>
/// <param name="ClearedBy">Who accepted it.</param>
/// <param name="ReversedOn">When that was reversed, where it was a mistake.</param>
/// <param name="ReversedBy">Who reversed it.</param>
/// <param name="ReversedBecause">Why.</param>
sealed record Clearing(
    string Id, string Report, decimal Amount, DateOnly ClearedOn, string ClearedBy,
    DateOnly? ReversedOn = null, string? ReversedBy = null, string? ReversedBecause = null)
{
    /// <summary>Whether it stands for this report, whatever letter case and outer blanks it is written with.</summary>
    public bool StandsFor(string report) => ReversedOn is null && string.Equals(Report.Trim(), report.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>A report of the partner that was accepted.</summary>
/// <param name="Id">Id of the clearing, by which it is reversed.</param>
/// <param name="Report">The report's own reference.</param>
/// <param name="Amount">What of the pre-financing it uses up.</param>
/// <param name="ClearedOn">When it was accepted.</param>
/// <param name="ClearedBy">Opaque id of who accepted it.</param>
/// <param name="ReversedOn">When that was reversed, where it was a mistake.</param>
/// <param name="ReversedBy">Opaque id of who reversed it.</param>
/// <param name="ReversedBecause">Why.</param>
sealed record ClearingView(
    string Id, string Report, Money Amount, DateOnly ClearedOn, string ClearedBy, DateOnly? ReversedOn, string? ReversedBy, string? ReversedBecause)
{
    public static ClearingView Of(Clearing kept, Contract contract) => new(
        kept.Id, kept.Report, contract.In(kept.Amount), kept.ClearedOn, kept.ClearedBy, kept.ReversedOn, kept.ReversedBy, kept.ReversedBecause);
}
