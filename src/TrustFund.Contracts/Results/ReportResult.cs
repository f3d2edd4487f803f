using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Results;

/// <summary>A result of an indicator.</summary>
/// <param name="Actual">What was achieved from the beginning, in the indicator's unit: not what was added since the last report.</param>
/// <param name="AsOf">Up to when it is counted.</param>
/// <param name="Source">Who reported it, or where.</param>
sealed record ReportResultRequest(
    [Range(typeof(decimal), "0", "999999999999.999999", ParseLimitsInInvariantCulture = true)] decimal Actual,
    DateOnly AsOf,
    [Required, StringLength(200)] string Source);

/// <summary>What was achieved is reported, in place of an earlier report. It may be less than before: a count can be corrected.</summary>
sealed record ReportResult(string Fund, string IndicatorId, decimal Actual, DateOnly AsOf, string Source) : Command<IndicatorView>
{
    // A result has a date and takes a booking date, as what moves money does; repeated, it would stand twice in the journal.
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/indicators/{indicator:guid}/results", (string fund, Guid indicator, ReportResultRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ReportResult(Codes.Fold(fund), indicator.ToString(), request.Actual, request.AsOf, request.Source.Trim())))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(nameof(ReportResult))
        .WithTags("Results")
        .WithSummary("Report what was achieved up to a day, in place of an earlier report")
        .WithDescription("A result counts from the beginning. One of an earlier day than the last report is refused with 422 `date-out-of-order`.")
        .Produces<IndicatorView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Fund>(Fund), StateKey.Of<Indicator>(IndicatorId)];

    public override StateKey? Versioned => StateKey.Of<Indicator>(IndicatorId);

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Indicator>(IndicatorId, out var indicator) || indicator.Fund != Fund)
            return Refusal.NotFound("indicator", IndicatorId);
        var refusal = Quantities.Refuse(Actual, mayBeZero: true, "actual")
            ?? fund.RefuseDate(AsOf, At, "asOf")
            ?? (AsOf < indicator.ActualAsOf
                ? Refusal.Rule("date-out-of-order", $"{AsOf:yyyy-MM-dd} is before the last report, of {indicator.ActualAsOf:yyyy-MM-dd}.", "asOf")
                : null);
        return refusal is not null ? refusal : Decision.Record(new ResultReported(Fund, IndicatorId, Actual, AsOf, Source));
    }

    public override IndicatorView View(States states) => IndicatorView.Of(states.Get<Indicator>(IndicatorId));
}
