using TrustFund.Events.Pledges.V1;

namespace TrustFund.Pledges.Funds;

/// <summary>Where a fund stands with what it collects besides money. Quantities never enter a money total.</summary>
/// <param name="Unit">The unit, such as <c>place</c>.</param>
/// <param name="Pledged">How many units are pledged.</param>
/// <param name="Target">How many units it aims at.</param>
/// <param name="SharePledged">Pledged in proportion to the target, four decimals: 0.8000 is 80 %.</param>
/// <param name="SetAside">What is set aside to support them, all together.</param>
/// <param name="SupportPerUnit">Set aside in proportion to the target: what one unit brings, rounded once.</param>
/// <param name="Entitlement">What the pledged units bring, at most what is set aside, rounded once.</param>
/// <param name="Unallocated">Set aside less entitlement.</param>
/// <param name="Delivered">How many of the pledged units were delivered.</param>
/// <param name="EntitlementDelivered">What the delivered units bring, at most what is set aside, rounded once.</param>
public sealed record InKindPosition(
    string Unit,
    decimal Pledged,
    decimal Target,
    decimal SharePledged,
    Money SetAside,
    Money SupportPerUnit,
    Money Entitlement,
    Money Unallocated,
    decimal Delivered,
    Money EntitlementDelivered)
{
    // Adding it gives a share its four decimals, be they zeros.
    const decimal FourDecimals = 0.0000m;

    internal static InKindPosition Of(InKindTarget target, decimal pledged, decimal delivered = 0, Rounding rounding = Rounding.HalfUp)
    {
        var setAside = target.SetAside;
        var entitlement = EntitlementOf(target, pledged, rounding);
        return new(
            target.Unit,
            pledged,
            target.Target,
            decimal.Round(pledged / target.Target, 4, MidpointRounding.AwayFromZero) + FourDecimals,
            setAside,
            Rounded(setAside.Amount / target.Target, setAside.Currency, rounding),
            entitlement,
            setAside - entitlement,
            delivered,
            EntitlementOf(target, delivered, rounding));
    }

    /// <summary>What so many units bring. It comes from the whole amount: a rounded amount per unit, times many units, would lose cents.</summary>
    internal static Money EntitlementOf(InKindTarget target, decimal units, Rounding rounding) => units >= target.Target
        ? target.SetAside
        : Rounded(target.SetAside.Amount * units / target.Target, target.SetAside.Currency, rounding);

    static Money Rounded(decimal amount, Currency currency, Rounding rounding) =>
        new(decimal.Round(amount, currency.MinorUnits, rounding.Mode()), currency);
}
