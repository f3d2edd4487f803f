using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Reading;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>
/// A contract is amended: raised, within what is left of its action and by the contracting deadline, as if it were signed for more; or its
/// terms are changed. What is null stays as it is.
/// </summary>
sealed record AmendContract(
    string Fund,
    string ContractId,
    string AmendmentId,
    Money? Rise,
    DateOnly AmendedOn,
    string Reason,
    string? Title = null,
    IReadOnlyList<CoFinancing>? CoFinancing = null,
    IReadOnlyList<CountryShare>? Countries = null,
    string? Theme = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null) : Command<AmendmentView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/contracts/{contract:guid}/amendments", (string fund, Guid contract, AmendContractRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new AmendContract(
                Codes.Fold(fund),
                contract.ToString(),
                Guid.CreateVersion7().ToString(),
                request.By,
                request.AmendedOn,
                request.Reason.Trim(),
                OptionalText.Of(request.Title),
                CoFinancingRequest.Parts(request.CoFinancing),
                CountryShareRequest.Parts(request.Countries),
                OptionalText.Of(request.Theme),
                request.StartsOn,
                request.EndsOn)))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(nameof(AmendContract))
        .WithTags("Contracts")
        .WithSummary("Raise a contract, or change its terms")
        .WithDescription(
            "A contract is raised within what is left of its action (422 `exceeds-action`) and on or before the contracting deadline "
            + "(422 `after-contracting-deadline`); to lower it, ask for a decommitment (422 `lowered-by-decommitment`). Its terms may change "
            + "after the deadline too. A terminated contract stays as it is (409 `contract-terminated`).")
        .Produces<AmendmentView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        yield return StateKey.Of<Contract>(ContractId);
        yield return StateKey.Of<Amendment>(AmendmentId);
        if (states.SeenSoFar<Contract>(ContractId) is not { } contract)
            yield break;
        yield return StateKey.Of<FundAction>(contract.ActionId);
        if (contract.WindowCode is { } window)
            yield return Window.Key(contract.Fund, window);
    }

    public override StateKey? Versioned => StateKey.Of<Amendment>(AmendmentId);

    public override string Location => $"/funds/{Fund}/amendments/{AmendmentId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return Refusal.NotFound("contract", ContractId);
        var action = states.Get<FundAction>(contract.ActionId);
        var refusal = contract.RefuseTerminated()
            ?? RefuseNothing()
            ?? fund.RefuseDate(AmendedOn, At, "amendedOn")
            ?? contract.RefuseBeforeSignature(AmendedOn, "amendedOn")
            ?? RefuseRise(fund, action)
            ?? ContractTerms.RefuseDates(fund, StartsOn ?? contract.StartsOn, EndsOn ?? contract.EndsOn, StartsOn is null && EndsOn is null)
            ?? ContractTerms.RefuseCountries(Countries)
            ?? ContractTerms.RefuseCoFinancing(fund, action, CoFinancing, contract.CoFinanced());
        return refusal is not null
            ? refusal
            : Decision
                .Record(new ContractAmended(
                    Fund, contract.ActionId, ContractId, AmendmentId, contract.WindowCode, Rise ?? fund.Amount(0), AmendedOn, Reason,
                    Title, CoFinancing, Countries, Theme, StartsOn, EndsOn))
                .LinkedTo(contract.TraceParent);
    }

    public override AmendmentView View(States states) => AmendmentView.Of(states.Get<Amendment>(AmendmentId));

    Refusal? RefuseNothing() =>
        Rise is null or { IsZero: true } && Title is null && CoFinancing is null && Countries is null && Theme is null && StartsOn is null && EndsOn is null
            ? Refusal.Rule("nothing-changes", "An amendment raises the contract or changes one of its terms.")
            : null;

    Refusal? RefuseRise(Fund fund, FundAction action) =>
        Rise is not { IsZero: false } rise ? null
        : rise.IsNegative ? Refusal.Rule("lowered-by-decommitment", $"{rise} lowers the contract: ask for a decommitment.", "by")
        : fund.RefuseAmount(rise, "by")
            ?? fund.RefuseAfterContractingDeadline(AmendedOn, "amendedOn")
            ?? action.RefuseClosed()
            ?? action.RefuseExcess(rise, "by")
            ?? ContractTerms.RefuseBeyondLimit(fund, action, rise, "by");
}
