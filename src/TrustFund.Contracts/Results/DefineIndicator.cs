using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Results;

/// <summary>An indicator to count an action by, or one contract of it.</summary>
/// <param name="Name">What is counted, such as <c>Jobs created</c>.</param>
/// <param name="Unit">The unit, such as <c>jobs</c>; never money.</param>
/// <param name="Contract">Id of the contract it is counted for; left out for the whole action.</param>
sealed record DefineIndicatorRequest(
    [Required, StringLength(200)] string Name,
    [Required, StringLength(50)] string Unit,
    Guid? Contract = null);

/// <summary>What an action, or one contract of it, is to achieve becomes something that can be counted.</summary>
sealed record DefineIndicator(string Fund, string ActionId, string? ContractId, string IndicatorId, string Name, string Unit) : Command<IndicatorView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/actions/{action:guid}/indicators", (string fund, Guid action, DefineIndicatorRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new DefineIndicator(
                Codes.Fold(fund), action.ToString(), request.Contract?.ToString(), Guid.CreateVersion7().ToString(), request.Name.Trim(), request.Unit.Trim())))
        .RequireRole(Roles.FinanceOfficer)
        .WithName(nameof(DefineIndicator))
        .WithTags("Results")
        .WithSummary("Define an indicator of an action, or of one contract of it")
        .WithDescription("Targets and results are recorded under it, apart from each other. A currency is no unit of a result (422 `unit-is-money`).")
        .Produces<IndicatorView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        yield return StateKey.Of<FundAction>(ActionId);
        yield return StateKey.Of<Indicator>(IndicatorId);
        if (ContractId is not null)
            yield return StateKey.Of<Contract>(ContractId);
    }

    public override StateKey? Versioned => StateKey.Of<Indicator>(IndicatorId);

    public override string Location => $"/funds/{Fund}/indicators/{IndicatorId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out _))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<FundAction>(ActionId, out var action) || action.Fund != Fund)
            return Refusal.NotFound("action", ActionId);
        if (ContractId is not null && states.Find<Contract>(ContractId)?.ActionId != ActionId)
            return Refusal.Rule("unknown-contract", $"The action has no contract '{ContractId}'.", "contract");
        if (Currency.TryParse(Unit.ToUpperInvariant(), out _))
            return Refusal.Rule("unit-is-money", $"'{Unit}' is a currency: results are not money.", "unit");
        return Decision.Record(new IndicatorDefined(Fund, IndicatorId, ActionId, ContractId, Name, Unit)).LinkedTo(action.TraceParent);
    }

    public override IndicatorView View(States states) => IndicatorView.Of(states.Get<Indicator>(IndicatorId));
}
