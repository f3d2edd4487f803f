using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Results;

/// <summary>A target of an indicator.</summary>
/// <param name="Target">What is to be achieved, in the indicator's unit.</param>
/// <param name="By">By when.</param>
/// <param name="SetOn">Date of the document that sets it.</param>
/// <param name="Source">Where it is stated.</param>
sealed record SetResultTargetRequest([Positive] decimal Target, DateOnly By, DateOnly SetOn, [Required, StringLength(200)] string Source);

/// <summary>An indicator gets a target, in place of an earlier one. It says nothing of what is achieved.</summary>
sealed record SetResultTarget(string Fund, string IndicatorId, decimal Target, DateOnly TargetBy, DateOnly SetOn, string Source) : Command<IndicatorView>
{
    // A target has a date and takes a booking date, as what moves money does; repeated, it would stand twice in the journal.
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/indicators/{indicator:guid}/targets", (string fund, Guid indicator, SetResultTargetRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new SetResultTarget(
                Codes.Fold(fund), indicator.ToString(), request.Target, request.By, request.SetOn, request.Source.Trim())))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(nameof(SetResultTarget))
        .WithTags("Results")
        .WithSummary("Set an indicator's target, in place of an earlier one")
        .WithDescription("A target is not a result: the indicator has none until one is reported.")
        .Produces<IndicatorView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Fund>(Fund), StateKey.Of<Indicator>(IndicatorId)];

    public override StateKey? Versioned => StateKey.Of<Indicator>(IndicatorId);

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Indicator>(IndicatorId, out var indicator) || indicator.Fund != Fund)
            return Refusal.NotFound("indicator", IndicatorId);
        var refusal = Quantities.Refuse(Target, mayBeZero: false, "target")
            ?? fund.RefuseDate(SetOn, At, "setOn")
            ?? (SetOn < indicator.TargetSetOn
                ? Refusal.Rule("date-out-of-order", $"{SetOn:yyyy-MM-dd} is before the target of {indicator.TargetSetOn:yyyy-MM-dd}, which stands.", "setOn")
                : null);
        return refusal is not null ? refusal : Decision.Record(new ResultTargetSet(Fund, IndicatorId, Target, TargetBy, SetOn, Source));
    }

    public override IndicatorView View(States states) => IndicatorView.Of(states.Get<Indicator>(IndicatorId));
}
