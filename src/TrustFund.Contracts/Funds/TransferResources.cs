using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>Resources that the Board moves from one window to another.</summary>
/// <param name="From">Code of the window that gives.</param>
/// <param name="To">Code of the window that takes.</param>
/// <param name="Amount">How much, in the fund's currency.</param>
/// <param name="DecidedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record TransferResourcesRequest(
    [Required, Code] string From,
    [Required, Code] string To,
    [Positive] Money Amount,
    DateOnly DecidedOn,
    [Required, StringLength(200)] string Decision);

/// <summary>The Board moves what a window has by allocation, and has not approved, to another window. Earmarks never move.</summary>
sealed record TransferResources(
    string Fund, string TransferId, string From, string To, Money Amount, DateOnly DecidedOn, string BoardDecision) : Command<TransferView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/transfers", (string fund, TransferResourcesRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new TransferResources(
                Codes.Fold(fund),
                Guid.CreateVersion7().ToString(),
                Codes.Fold(request.From),
                Codes.Fold(request.To),
                request.Amount,
                request.DecidedOn,
                request.Decision.Trim())))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(TransferResources))
        .WithTags("Resources")
        .WithSummary("Move resources from one window to another")
        .WithDescription(
            "Both sides are one fact: what one window gives the other has at once. Only what the window has by allocation and has not approved "
            + "can be moved (422 `exceeds-transferable`, naming that amount); what donors earmarked to it never leaves it.")
        .Produces<TransferView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), Window.Key(Fund, From), Window.Key(Fund, To), StateKey.Of<Transfer>(TransferId)];

    public override StateKey? Versioned => StateKey.Of<Transfer>(TransferId);

    public override string Location => $"/funds/{Fund}/transfers/{TransferId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Window>(Window.KeyOf(Fund, From), out var from))
            return FundRules.UnknownWindow(Fund, From, "from");
        if (!states.TryFind<Window>(Window.KeyOf(Fund, To), out _))
            return FundRules.UnknownWindow(Fund, To, "to");
        if (From == To)
            return Refusal.Rule("same-window", $"{From} cannot transfer to itself.", "to");
        if ((fund.RefuseAmount(Amount) ?? fund.RefuseDate(DecidedOn, At, "decidedOn")) is { } refusal)
            return refusal;
        if (Amount > from.Transferable())
            return ExceedsTransferable(from);
        return Decision
            .Record(new ResourcesTransferred(Fund, TransferId, From, To, Amount, DecidedOn, BoardDecision))
            .LinkedTo(from.AllocationTraces);
    }

    public override TransferView View(States states) => TransferView.Of(states.Get<Transfer>(TransferId));

    Refusal ExceedsTransferable(Window from) => Refusal.Rule(
        "exceeds-transferable",
        $"{Amount} is more than the {from.Transferable()} that window {From} can give: {from.Amount(from.Allocated)} came to it by allocation, "
        + $"and {from.Available()} of its resources is not approved; earmarks stay with it.",
        "amount");
}
