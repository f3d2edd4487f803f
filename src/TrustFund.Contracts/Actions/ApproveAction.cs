using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Reading;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Actions;

/// <summary>The Operational Committee approves an action out of what its windows have available.</summary>
sealed record ApproveAction(
    string Fund,
    string ActionId,
    string Title,
    Money Amount,
    IReadOnlyList<WindowAmount> Split,
    bool CrossWindow,
    DateOnly ApprovedOn,
    string? Note,
    string? Reference,
    Money? CoFinancingCeiling = null,
    string? Theme = null,
    int? Programmes = null,
    Qualifier? Qualifier = null) : Command<ActionView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/actions", (string fund, ApproveActionRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, Of(Codes.Fold(fund), request)))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(ApproveAction))
        .WithTags("Actions")
        .WithSummary("Approve an action out of one window, or across windows with a split")
        .WithDescription(
            "Records a decision of the Operational Committee. No window may approve more than it has available: that is refused with 422 "
            + "`insufficient-availability`, naming the amount at fault and what is there. Programmes adopted together are one approval, with their "
            + "number and how the amount was published (`over` for a lower bound).")
        .Produces<ActionView>(StatusCodes.Status201Created);

    static ApproveAction Of(string fund, ApproveActionRequest request) => new(
        fund,
        Guid.CreateVersion7().ToString(),
        request.Title.Trim(),
        request.Amount,
        request.Split is null
            ? [new(Codes.Fold(request.Window!), request.Amount)]
            : [.. request.Split.Select(part => new WindowAmount(Codes.Fold(part!.Window), part.Amount))],
        request.Split is not null,
        request.ApprovedOn,
        OptionalText.Of(request.Note),
        OptionalText.Of(request.Reference),
        request.CoFinancingCeiling,
        OptionalText.Of(request.Theme),
        request.Programmes,
        request.Qualifier);

    public override IEnumerable<StateKey> Touches(States states) =>
    [
        StateKey.Of<Fund>(Fund),
        StateKey.Of<FundAction>(ActionId),
        .. Split.Select(part => Window.Key(Fund, part.Window)),
        .. TakenReference.Touches(Fund, TakenReference.Action, Reference),
    ];

    public override StateKey? Versioned => StateKey.Of<FundAction>(ActionId);

    public override string Location => $"/funds/{Fund}/actions/{ActionId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        var refusal = Refusal.All(
            fund.RefuseAmount(Amount),
            fund.RefuseDate(ApprovedOn, At, "approvedOn"),
            CoFinancingCeiling is { } ceiling ? fund.RefuseAmount(ceiling, "coFinancingCeiling") : null,
            TakenReference.Refuse(states, Fund, TakenReference.Action, Reference),
            RefuseSplit(fund),
            Refusal.All(Split.Select((part, i) => RefusePart(states, fund, i))));
        return refusal is not null
            ? refusal
            : Decision
                .Record(new ActionApproved(
                    Fund, ActionId, Title, Amount, Split, CrossWindow, ApprovedOn, Note, Reference, CoFinancingCeiling, Theme, Programmes, Qualifier))
                .LinkedTo(Split.SelectMany(part => Sources(states.Get<Window>(Window.KeyOf(Fund, part.Window)))).Distinct());
    }

    public override ActionView View(States states) => ActionView.Of(states.Get<FundAction>(ActionId), 0);

    /// <summary>A split names each of at least two windows once and adds up to the amount.</summary>
    Refusal? RefuseSplit(Fund fund)
    {
        if (CrossWindow && Split.Count < 2)
            return Refusal.Rule("split-too-short", "A cross-window action is split over at least two windows.", "split");
        var amounts = Refusal.All(Split.Select((part, i) => fund.RefuseAmount(part.Amount, Field(i, "amount"))));
        var windows = Refusal.All(Split.Select((part, i) => Split.Take(i).Any(earlier => earlier.Window == part.Window)
            ? Refusal.Rule("window-repeated", $"Window '{part.Window}' is in the split already: give each window once.", Field(i, "window"))
            : null));
        // Plain numbers: the sum of what a request holds may be larger than any amount.
        var sum = Split.Sum(part => part.Amount.Amount);
        return Refusal.All(amounts, windows, amounts is null && fund.RefuseAmount(Amount) is null && sum != Amount.Amount
            ? Refusal.Rule("split-mismatch", $"The split adds up to {sum} {fund.Currency}, not to {Amount}.", "split")
            : null);
    }

    Refusal? RefusePart(States states, Fund fund, int i) =>
        !states.TryFind<Window>(Window.KeyOf(Fund, Split[i].Window), out var window)
            ? FundRules.UnknownWindow(Fund, Split[i].Window, Field(i, "window"))
            : fund.RefuseAmount(Split[i].Amount) is null && Split[i].Amount > window.Available()
            ? InsufficientAvailability(window, i)
            : null;

    Refusal InsufficientAvailability(Window window, int part) => Refusal.Rule(
        "insufficient-availability",
        $"{Split[part].Amount} is more than the {window.Available()} that window {window.Code} has available: "
        + $"{window.Amount(window.Earmarked)} earmarked and {window.Amount(window.Allocated)} allocated, less {window.Amount(window.Approved)} approved.",
        Field(part, "amount"));

    string Field(int part, string name) => CrossWindow ? $"split[{part}].{name}" : name;

    static IEnumerable<string> Sources(Window window) => [.. window.CertificateTraces, .. window.AllocationTraces];
}
