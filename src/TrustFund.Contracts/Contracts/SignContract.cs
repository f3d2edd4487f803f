using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Reading;
using TrustFund.Events;
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
/// <param name="CoFinancing">What others pay towards it, within the action's ceiling of co-financing: never the fund's.</param>
/// <param name="Countries">The countries it benefits; their shares add up to 100.</param>
/// <param name="Theme">What it is for; the action's theme when left out.</param>
/// <param name="StartsOn">The first day of its implementation.</param>
/// <param name="EndsOn">The last day of its implementation, by the fund's implementation deadline.</param>
/// <param name="Sector">The purpose code of the OECD's Development Assistance Committee, five digits.</param>
sealed record SignContractRequest(
    [Required, Code] string Partner,
    [Required, StringLength(200)] string Title,
    [Positive] Money Amount,
    DateOnly SignedOn,
    [StringLength(100)] string? Reference = null,
    [Length(0, 50)] IReadOnlyList<CoFinancingRequest?>? CoFinancing = null,
    [Length(0, 100)] IReadOnlyList<CountryShareRequest?>? Countries = null,
    [StringLength(100)] string? Theme = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    [RegularExpression("[0-9]{5}", ErrorMessage = "A sector is a purpose code of five digits.")] string? Sector = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => ContractTermsValidation.NullParts(CoFinancing, Countries);
}

/// <summary>
/// A contract is signed under an action, within what is left of it and on or before the fund's contracting deadline. Imported history is a
/// fact: it may break those rules, and then blocks further contracts.
/// </summary>
sealed record SignContract(
    string Fund,
    string ActionId,
    string ContractId,
    string Partner,
    string Title,
    Money Amount,
    DateOnly SignedOn,
    string? Reference,
    IReadOnlyList<CoFinancing>? CoFinancing = null,
    IReadOnlyList<CountryShare>? Countries = null,
    string? Theme = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? Sector = null,
    bool Imported = false) : Command<ContractView>
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
                OptionalText.Of(request.Reference),
                CoFinancingRequest.Parts(request.CoFinancing),
                CountryShareRequest.Parts(request.Countries),
                OptionalText.Of(request.Theme),
                request.StartsOn,
                request.EndsOn,
                request.Sector)))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(nameof(SignContract))
        .WithTags("Contracts")
        .WithSummary("Sign a contract under an action")
        .WithDescription(
            "The contracts of an action, net of decommitments, never exceed what is approved for it (422 `exceeds-action`), and none is "
            + "signed after the fund's contracting deadline (422 `after-contracting-deadline`) or under an action that was closed after it "
            + "(409 `action-closed`). Co-financing stays within the action's own ceiling of it (422 `exceeds-co-financing`) and counts for "
            + "nothing else.")
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
        // Without its action, what does not depend on that is told all the same.
        var action = states.Find<FundAction>(ActionId) is { } found && found.Fund == Fund ? found : null;
        var amount = fund.RefuseAmount(Amount);
        var refusal = Refusal.All(
            action is null ? Refusal.NotFound("action", ActionId) : null,
            states.TryFind<Partner>(Partner, out _) ? null : Refusal.Rule("unknown-partner", $"There is no partner '{Partner}': register it first.", "partner"),
            amount,
            fund.RefuseDate(SignedOn, At, "signedOn"),
            action is null || Imported ? null : RefuseSignature(fund, action),
            TakenReference.Refuse(states, Fund, TakenReference.Contract, Reference),
            action is null || amount is not null ? null : RefuseSize(fund, action),
            ContractTerms.RefuseDates(fund, StartsOn, EndsOn, Imported),
            ContractTerms.RefuseCountries(Countries),
            action is null ? ContractTerms.RefuseCoFinancingParts(fund, CoFinancing) : ContractTerms.RefuseCoFinancing(fund, action, CoFinancing, imported: Imported));
        return refusal is not null
            ? refusal
            : Decision
                .Record(new ContractSigned(
                    Fund, ActionId, ContractId, Partner, action!.WindowCode, Title, Amount, SignedOn, Reference,
                    CoFinancing, Countries, Theme ?? action.Theme, StartsOn, EndsOn, Sector, Imported))
                .LinkedTo(action.TraceParent);
    }

    public override ContractView View(States states) => ContractView.Of(states.Get<Contract>(ContractId), 0);

    Refusal? RefuseSize(Fund fund, FundAction action) =>
        (Imported ? null : action.RefuseExcess(Amount, "amount")) ?? ContractTerms.RefuseBeyondLimit(fund, action, Amount);

    Refusal? RefuseSignature(Fund fund, FundAction action) => Refusal.All(
        SignedOn < action.ApprovedOn
            ? Refusal.Rule("date-out-of-order", $"{SignedOn:yyyy-MM-dd} is before the action was approved, on {action.ApprovedOn:yyyy-MM-dd}.", "signedOn")
            : fund.RefuseAfterContractingDeadline(SignedOn, "signedOn"),
        action.RefuseClosed());
}
