using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Rates;

/// <summary>An exchange rate as it was published.</summary>
/// <param name="Base">ISO 4217 code of the currency of which one unit is meant: the euro, in InforEuro's rates.</param>
/// <param name="Quote">ISO 4217 code of the currency that the rate counts.</param>
/// <param name="Rate">Units of the quoted currency for one unit of the base: above zero, 12 decimals at most.</param>
/// <param name="Date">The date the rate is of; it holds for that month.</param>
/// <param name="Source">Who published it, such as <c>InforEuro</c>, up to 100 characters.</param>
/// <param name="Replaces">Whether it replaces a rate of that month. What is booked is never re-rated.</param>
public sealed record RecordFxRateRequest(
    Currency Base,
    Currency Quote,
    [Positive] decimal Rate,
    DateOnly Date,
    [Required, StringLength(100)] string Source,
    bool Replaces = false);

/// <summary>Records the exchange rate of a month.</summary>
public sealed record RecordFxRate(Currency Base, Currency Quote, decimal Rate, DateOnly Date, string Source, bool Replaces) : Command<MonthlyRateView>
{
    public override string Location => $"/fx-rates?base={Base}&quote={Quote}";

    string Month => MonthlyRate.IdOf(Base.Code, Quote.Code, Date);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/fx-rates", (RecordFxRateRequest request, Caller caller, JournalWriter journal) => journal.Record(caller, new RecordFxRate(
            request.Base, request.Quote, request.Rate, request.Date, request.Source.Trim(), request.Replaces)))
        .RequireRole(Roles.FinanceOfficer, Roles.Administrator)
        .WithName("RecordFxRate")
        .WithTags("Exchange rates")
        .WithSummary("Records the exchange rate of a month, with its date and source.")
        .Produces<MonthlyRateView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<MonthlyRate>(Month)];

    public override Decision Decide(States states) =>
        RateRules.Publishable(Base, Quote, Rate) is { } refusal
            ? refusal
            : DateRules.Happened(Date, At, "date", DateRules.ValueDateDays) is { } early
            ? early
            : states.TryFind<MonthlyRate>(Month, out var known) && !Replaces
            ? Refusal.Conflict("already-exists", $"There is a rate of {Date:yyyy-MM} already: 1 {known.Base} = {known.Rate} {known.Quote} ({known.Source}). To replace it for later entries, say so.", "date")
            : Decision.Record(new FxRateRecorded(Base.Code, Quote.Code, Rate, Date, Source));

    public override MonthlyRateView View(States states) => MonthlyRateView.Of(states.Get<MonthlyRate>(Month));
}
