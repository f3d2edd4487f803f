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
public sealed record InKindPosition(
    string Unit,
    decimal Pledged,
    decimal Target,
    decimal SharePledged,
    Money SetAside,
    Money SupportPerUnit,
    Money Entitlement,
    Money Unallocated)
{
    // Adding it gives a share its four decimals, be they zeros.
    const decimal FourDecimals = 0.0000m;

    internal static InKindPosition Of(InKindTarget target, decimal pledged)
    {
        var setAside = target.SetAside;
        // The entitlement comes from the whole amount: a rounded amount per unit, times many units, would lose cents.
        var entitlement = pledged >= target.Target
            ? setAside
            : Money.Rounded(setAside.Amount * pledged / target.Target, setAside.Currency);
        return new(
            target.Unit,
            pledged,
            target.Target,
            decimal.Round(pledged / target.Target, 4, MidpointRounding.AwayFromZero) + FourDecimals,
            setAside,
            Money.Rounded(setAside.Amount / target.Target, setAside.Currency),
            entitlement,
            setAside - entitlement);
    }
}
