namespace TrustFund.Disbursements.Officers;

/// <summary>The bands that hold from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Bands">Ascending, the last without a limit.</param>
sealed record BandSet(DateOnly From, IReadOnlyList<Band> Bands);

/// <summary>Who may authorise amounts up to a limit.</summary>
/// <param name="UpTo">The limit; null for the last band.</param>
/// <param name="Officers">Who may; empty for any authorising officer.</param>
sealed record Band(decimal? UpTo, IReadOnlyList<string> Officers)
{
    public bool Allows(string officer) => Officers.Count == 0 || Officers.Contains(officer);
}

/// <summary>That one officer lets another act in their place.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">Who delegates.</param>
/// <param name="To">Who acts.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="UpTo">The largest amount; no further limit when null.</param>
/// <param name="RevokedBecause">Why it ended early; null while it did not.</param>
sealed record Delegation(string Id, string From, string To, DateOnly StartsOn, DateOnly EndsOn, decimal? UpTo, string? RevokedBecause = null)
{
    public bool Covers(DateOnly day, decimal amount) => RevokedBecause is null && StartsOn <= day && day <= EndsOn && (UpTo is null || amount <= UpTo);
}
