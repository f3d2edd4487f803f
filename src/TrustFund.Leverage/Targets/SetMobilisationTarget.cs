using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>A published target.</summary>
/// <param name="Amount">The expected investment, above zero, in the fund's currency.</param>
/// <param name="Qualifier">The words it was published with: `exact`, `over`, `almost`, `about` or `up-to`.</param>
/// <param name="SetOn">When it was published.</param>
/// <param name="Source">Where it was published.</param>
public sealed record SetMobilisationTargetRequest(
    [Positive] Money Amount,
    Qualifier Qualifier,
    DateOnly SetOn,
    [Required, StringLength(500)] string Source);

/// <summary>Sets what a fund's instruments are expected to mobilise, in place of the target before.</summary>
public sealed record SetMobilisationTarget(
    string Fund,
    Money Amount,
    Qualifier Qualifier,
    DateOnly SetOn,
    string Source) : Command<TargetView>
{
    /// <inheritdoc />
    public override StateKey? Versioned => StateKey.Of<MobilisationTarget>(Fund);

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPut("/funds/{fund}/mobilisation-target", Set)
        .MovesMoney()
        .RequireAuthorization(Roles.FinanceOfficer)
        .Produces<TargetView>()
        .WithName(nameof(SetMobilisationTarget))
        .WithTags("Mobilisation target");

    /// <summary>Sets what a fund's instruments are expected to mobilise.</summary>
    /// <remarks>It takes the place of the target before; the journal keeps both. It is *expected* mobilisation: neither signed nor disbursed.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="request">The target.</param>
    static Task<CommandResult<TargetView>> Set(string fund, SetMobilisationTargetRequest request, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new SetMobilisationTarget(
            Codes.Fold(fund), request.Amount, request.Qualifier, request.SetOn, request.Source.Trim()));

    /// <inheritdoc />
    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<FundInput>(Fund), StateKey.Of<MobilisationTarget>(Fund)];

    /// <inheritdoc />
    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundInput>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund, "fund");
        var current = states.Find<MobilisationTarget>(Fund);
        var refusal = AmountRules.Refuse(fund, Amount, "amount") ?? DateRules.Happened(SetOn, At, "setOn") ?? Outdated(current);
        if (refusal is not null)
            return refusal;
        var set = new MobilisationTargetSet(Fund, Amount, Qualifier, SetOn, Source);
        // To set what is set already is no new fact.
        return current is not null && TargetView.Of(current) == new TargetView(Fund, Amount, Qualifier, SetOn, Source)
            ? Decision.Record()
            : Decision.Record(set);
    }

    /// <inheritdoc />
    public override TargetView View(States states) => TargetView.Of(states.Get<MobilisationTarget>(Fund));

    Refusal? Outdated(MobilisationTarget? current) => current is not null && SetOn < current.SetOn
        ? Refusal.Rule("target-superseded", $"The target in force was published on {current.SetOn:yyyy-MM-dd}; one of {SetOn:yyyy-MM-dd} cannot replace it.", "setOn")
        : null;
}
