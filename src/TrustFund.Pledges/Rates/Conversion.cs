using System.ComponentModel.DataAnnotations;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Rates;

/// <summary>The exchange rate to book an amount at. Left out, the recorded rate of the month is taken.</summary>
/// <param name="Rate">Units of the quoted currency for one unit of the base: above zero, 12 decimals at most.</param>
/// <param name="Base">ISO 4217 code of the currency of which one unit is meant: the euro, in InforEuro's rates.</param>
/// <param name="Quote">ISO 4217 code of the currency that the rate counts.</param>
/// <param name="Date">The date the rate is of.</param>
/// <param name="Source">Who published it, such as <c>InforEuro</c>, up to 100 characters.</param>
public sealed record RateRequest(
    [Positive] decimal Rate,
    Currency Base,
    Currency Quote,
    DateOnly Date,
    [Required, StringLength(100)] string Source)
{
    internal RateQuote AsQuote() => new(Rate, Base.Code, Quote.Code, Date, Source.Trim());
}

/// <summary>Converts amounts of a pledge in another currency to the fund's: at the rate that the request gives, else at the recorded one of the month.</summary>
/// <param name="Rate">The rate.</param>
/// <param name="Mode">How the fund rounds.</param>
sealed record Conversion(FxRate Rate, MidpointRounding Mode)
{
    public RateQuote Quote => new(Rate.Rate, Rate.Base.Code, Rate.Quote.Code, Rate.Date, Rate.Source);

    public Money To(Money money) => Rate.Convert(money, Mode);

    /// <summary>The states the rate is looked for in; the month's rates only when the request gives none.</summary>
    public static IEnumerable<StateKey> Touches(string fund, Currency books, Currency own, RateQuote? given, DateOnly on)
    {
        yield return StateKey.Of<Fund>(fund);
        if (given is not null)
            yield break;
        yield return StateKey.Of<MonthlyRate>(MonthlyRate.IdOf(books.Code, own.Code, on));
        yield return StateKey.Of<MonthlyRate>(MonthlyRate.IdOf(own.Code, books.Code, on));
    }

    /// <summary>The conversion, or why there is none.</summary>
    public static Refusal? Find(States states, string fund, Currency books, Currency own, RateQuote? given, DateOnly on, DateTimeOffset at, out Conversion? conversion)
    {
        conversion = null;
        if (given is not null && Check(given, books, own, at) is { } refusal)
            return refusal;
        var quote = given
            ?? states.Find<MonthlyRate>(MonthlyRate.IdOf(books.Code, own.Code, on))?.AsQuote()
            ?? states.Find<MonthlyRate>(MonthlyRate.IdOf(own.Code, books.Code, on))?.AsQuote();
        if (quote is null)
            return Refusal.Rule("no-rate", $"There is no rate between {books} and {own} for {on:yyyy-MM}: give one with its date and source, or record the month's.", "rate");
        var rate = new FxRate(Currency.Of(quote.Base), Currency.Of(quote.Quote), quote.Rate, quote.Date, quote.Source);
        conversion = new(rate, states.Get<Fund>(fund).Rounding.Mode());
        return null;
    }

    /// <summary>Refuses a rate where none is needed.</summary>
    public static Refusal? NotNeeded(RateQuote? given, Currency books) => given is null
        ? null
        : Refusal.Rule("rate-not-applicable", $"The pledge is kept in {books} like the fund: leave the rate out.", "rate");

    /// <summary>Refuses an amount that cannot be booked in the fund's currency: nothing is left of it, or it is too large.</summary>
    public Refusal? Bookable(Money own, string field = "amount")
    {
        try
        {
            return AmountRules.Positive(own, field) is { } nothing ? nothing
                : To(own).IsPositive ? null
                : Refusal.Rule("too-small", $"{own} is worth less than the smallest amount of the fund's currency at {Rate}.", field);
        }
        catch (OverflowException)
        {
            return Refusal.Rule("beyond-limit", $"{own} at {Rate} is beyond the size that amounts can have.", field);
        }
    }

    static Refusal? Check(RateQuote given, Currency books, Currency own, DateTimeOffset at) =>
        RateRules.Publishable(Currency.Of(given.Base), Currency.Of(given.Quote), given.Rate, "rate.")
        ?? DateRules.Happened(given.Date, at, "rate.date", DateRules.ValueDateDays)
        ?? ((given.Base == books.Code && given.Quote == own.Code) || (given.Base == own.Code && given.Quote == books.Code)
            ? null
            : Refusal.Rule("wrong-rate-pair", $"The rate is between {given.Base} and {given.Quote}; one between {books} and {own} is needed.", "rate.quote"));
}
