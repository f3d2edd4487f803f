using TrustFund.Events;

namespace TrustFund.Disbursements.Sources;

/// <summary>The part of an amount that one donor's money stands for, as a row keeps it.</summary>
/// <param name="Donor">Code of the donor, or one of the stand-ins for it.</param>
/// <param name="Window">The window the money was earmarked to; null when it was pooled.</param>
/// <param name="Amount">The part.</param>
sealed record Part(string Donor, string? Window, decimal Amount)
{
    /// <summary>
    /// Stands in a donor's place for what no donor's money covers: facts have taken cash away that was spent already, or history tells no more.
    /// </summary>
    public const string NoDonor = "UNATTRIBUTED";

    public static IReadOnlyList<Part> Of(IReadOnlyList<AttributedAmount>? parts) =>
        [.. (parts ?? []).Select(part => new Part(part.Donor, part.Window, part.Amount.Amount))];

    /// <summary>Facts of before attribution was kept say nothing of it.</summary>
    public static IReadOnlyList<AttributedAmount> OrNobodys(IReadOnlyList<AttributedAmount>? parts, Money amount) =>
        parts ?? [new AttributedAmount(NoDonor, null, amount)];

    /// <summary>The order in which rows keep parts, so that it does not matter which fact came first.</summary>
    public static int Compare((string Donor, string? Window) one, (string Donor, string? Window) other)
    {
        var byWindow = string.CompareOrdinal(one.Window, other.Window);
        return byWindow != 0 ? byWindow : string.CompareOrdinal(one.Donor, other.Donor);
    }
}
