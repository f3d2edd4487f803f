using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Reading;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>A contract signed with a partner.</summary>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Title">Its title.</param>
/// <param name="Amount">The fund's own share, in its currency, without any co-financing.</param>
/// <param name="SignedOn">Date of the signature.</param>
/// <param name="Reference">The fund's own reference of it, unique among its contracts.</param>
sealed record SignContractRequest(
    [Required, Code] string Partner,
    [Required, StringLength(200)] string Title,
    [Positive] Money Amount,
    DateOnly SignedOn,
    [StringLength(100)] string? Reference = null);

/// <summary>A contract is signed under an action, within what is left of it and on or before the fund's contracting deadline.</summary>
sealed record SignContract(
    string Fund, string ActionId, string ContractId, string Partner, string Title, Money Amount, DateOnly SignedOn, string? Reference)
    : Command<ContractView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/actions/{action:guid}/contracts", (string fund, Guid action, SignContractRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new SignContract(
                Codes.Fold(fund),
                action.ToString(),
                Guid.CreateVersion7().ToString(),
                Codes.Fold(request.Partner),
                request.Title.Trim(),
                request.Amount,
                request.SignedOn,
                OptionalText.Of(request.Reference))))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(nameof(SignContract))
        .WithTags("Contracts")
        .WithSummary("Sign a contract under an action")
        .WithDescription(
            "The contracts of an action, net of decommitments, never exceed what is approved for it (422 `exceeds-action`), and none is "
            + "signed after the fund's contracting deadline (422 `after-contracting-deadline`).")
        .Produces<ContractView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        yield return StateKey.Of<FundAction>(ActionId);
        yield return StateKey.Of<Partner>(Partner);
        yield return StateKey.Of<Contract>(ContractId);
        foreach (var key in TakenReference.Touches(Fund, TakenReference.Contract, Reference))
            yield return key;
        if (states.SeenSoFar<FundAction>(ActionId) is { WindowCode: { } window } action)
            yield return Window.Key(action.Fund, window);
    }

    public override StateKey? Versioned => StateKey.Of<Contract>(ContractId);

    public override string Location => $"/funds/{Fund}/contracts/{ContractId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<FundAction>(ActionId, out var action) || action.Fund != Fund)
            return Refusal.NotFound("action", ActionId);
        if (!states.TryFind<Partner>(Partner, out _))
            return Refusal.Rule("unknown-partner", $"There is no partner '{Partner}': register it first.", "partner");
        var refusal = fund.RefuseAmount(Amount)
            ?? fund.RefuseDate(SignedOn, At, "signedOn")
            ?? RefuseSignature(fund, action)
            ?? TakenReference.Refuse(states, Fund, TakenReference.Contract, Reference)
            ?? RefuseExcess(action);
        return refusal is not null
            ? refusal
            : Decision
                .Record(new ContractSigned(Fund, ActionId, ContractId, Partner, action.WindowCode, Title, Amount, SignedOn, Reference))
                .LinkedTo(action.TraceParent);
    }

    public override ContractView View(States states) => ContractView.Of(states.Get<Contract>(ContractId), 0);

    Refusal? RefuseSignature(Fund fund, FundAction action) =>
        SignedOn < action.ApprovedOn
            ? Refusal.Rule("date-out-of-order", $"{SignedOn:yyyy-MM-dd} is before the action was approved, on {action.ApprovedOn:yyyy-MM-dd}.", "signedOn")
            : SignedOn > fund.ContractingDeadline
                ? Refusal.Rule(
                    "after-contracting-deadline",
                    $"{SignedOn:yyyy-MM-dd} is after the contracting deadline of {Fund}, {fund.ContractingDeadline:yyyy-MM-dd}.",
                    "signedOn")
                : null;

    Refusal? RefuseExcess(FundAction action) => Amount > action.Remaining()
        ? Refusal.Rule(
            "exceeds-action",
            $"{Amount} is more than the {action.Remaining()} left to contract: {action.Amount(action.Approved)} approved, "
            + $"{action.Amount(action.Contracted)} contracted.",
            "amount")
        : null;
}
