using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage;

/// <summary>
/// Whose mobilisation private finance is, after the OECD's methods for amounts mobilised from the private sector: behind a guarantee
/// all of it is the guarantor's; beside a grant it is shared among all official money in the operation in proportion to the amounts
/// ("simple co-financing").
/// </summary>
static class Attribution
{
    /// <summary>What the measure is, for those who read the figure.</summary>
    public const string Method =
        "Private finance alone, attributed after the OECD's methods: to a guarantee wholly; to grants in proportion to all official amounts in the operation (simple co-financing).";

    /// <summary>The private finance attributed to the fund; none where the fund's own amounts are not itemised and no guarantee stands behind it.</summary>
    /// <param name="finance">The private finance to attribute.</param>
    /// <param name="guaranteed">Whether a guarantee is among the instruments.</param>
    /// <param name="amounts">The fund's amounts.</param>
    /// <param name="financiers">The financiers beside it: the public ones share.</param>
    /// <param name="currency">The currency of it all.</param>
    public static decimal Of(decimal finance, bool guaranteed, IReadOnlyList<Backing> amounts, IReadOnlyList<Finance> financiers, Currency currency)
    {
        if (guaranteed || finance == 0)
            return finance;
        var own = amounts.Sum(part => part.Amount);
        var others = financiers.Where(part => part.Kind == FinancierKind.Public).Sum(part => part.Amount);
        return own == 0 ? 0 : Split.ByLargestRemainder(new(finance, currency), [own, others])[0].Amount;
    }
}
