namespace TrustFund.Disbursements.Sources;

/// <summary>What one donor brought for one purpose, and what of it was used.</summary>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Window">The window it is earmarked to; null for the pool.</param>
/// <param name="Brought">What arrived and counts as allocated, less what was reversed.</param>
/// <param name="Used">What payments, costs and refunds took of it, less what came back.</param>
sealed record Pot(string Donor, string? Window, decimal Brought, decimal Used)
{
    /// <summary>What is left to use: nothing where a reversed receipt was spent already.</summary>
    public decimal Left() => Math.Max(0, Brought - Used);
}
