using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Rates;

/// <summary>An amount of a pledge as it is booked.</summary>
/// <param name="Amount">In the fund's currency.</param>
/// <param name="Original">In the pledge's own; null when that is the fund's.</param>
/// <param name="Rate">The rate between them; null when none was needed.</param>
/// <param name="Conversion">What converts the parts of it; null when none is needed.</param>
sealed record InBooks(Money Amount, Money? Original, RateQuote? Rate, Conversion? Conversion)
{
    /// <summary>The amount in the pledge's own currency.</summary>
    public Money Own => Original ?? Amount;

    /// <summary>The states a conversion needs; none for a pledge in the fund's currency, once that is known.</summary>
    public static IEnumerable<StateKey> Touches(States states, string pledgeId, RateQuote? rate, DateOnly on) =>
        Pledge.Held(states, pledgeId, out var pledge) && pledge.Foreign is { } foreign
            ? Conversion.Touches(pledge.Fund, pledge.Currency, foreign.Own.Currency, rate, on)
            : [];

    /// <summary>Converts an amount in the pledge's own currency, or refuses.</summary>
    public static Refusal? Find(States states, Pledge pledge, Money amount, RateQuote? rate, DateOnly on, DateTimeOffset at, out InBooks? booked, string field = "amount")
    {
        booked = null;
        if (pledge.Foreign is null)
        {
            booked = new(amount, null, null, null);
            return Conversion.NotNeeded(rate, pledge.Currency);
        }
        if ((Conversion.Find(states, pledge.Fund, pledge.Currency, amount.Currency, rate, on, at, out var conversion) ?? conversion!.Bookable(amount, field)) is { } refusal)
            return refusal;
        booked = new(conversion!.To(amount), amount, conversion.Quote, conversion);
        return null;
    }
}
