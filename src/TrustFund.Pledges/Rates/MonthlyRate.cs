using System.Globalization;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Rates;

/// <summary>An exchange rate of a month as it was published, kept for the entries of that month.</summary>
public sealed record MonthlyRate : State
{
    /// <summary>The currency of which one unit is meant: the euro, in InforEuro's rates.</summary>
    public required Currency Base { get; init; }

    /// <summary>The currency that the rate counts.</summary>
    public required Currency Quote { get; init; }

    /// <summary>Units of the quoted currency for one unit of the base.</summary>
    public required decimal Rate { get; init; }

    /// <summary>The date the rate is of.</summary>
    public required DateOnly Date { get; init; }

    public required string Source { get; init; }

    /// <summary>The state's id: two currencies have one rate a month.</summary>
    public static string IdOf(string @base, string quote, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{@base}-{quote}/{date:yyyy-MM}");

    public RateQuote AsQuote() => new(Rate, Base.Code, Quote.Code, Date, Source);

    internal static void Apply(States states, FxRateRecorded fact) => states.Put(new MonthlyRate
    {
        Id = IdOf(fact.Base, fact.Quote, fact.Date),
        Base = Currency.Of(fact.Base),
        Quote = Currency.Of(fact.Quote),
        Rate = fact.Rate,
        Date = fact.Date,
        Source = fact.Source,
    });
}

/// <summary>An exchange rate of a month.</summary>
/// <param name="Base">The currency of which one unit is meant.</param>
/// <param name="Quote">The currency that the rate counts.</param>
/// <param name="Rate">Units of the quoted currency for one unit of the base.</param>
/// <param name="Date">The date the rate is of; it holds for that month.</param>
/// <param name="Source">Who published it.</param>
public sealed record MonthlyRateView(Currency Base, Currency Quote, decimal Rate, DateOnly Date, string Source)
{
    internal static MonthlyRateView Of(MonthlyRate rate) => new(rate.Base, rate.Quote, rate.Rate, rate.Date, rate.Source);
}
