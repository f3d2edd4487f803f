using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Reading;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Actions;

/// <summary>
/// The Operational Committee raises an action out of what its windows have available, or lowers it by what is not contracted. Without a
/// split the change is the action's one window's.
/// </summary>
sealed record ApproveRider(
    string Fund,
    string ActionId,
    string RiderId,
    Money Change,
    IReadOnlyList<WindowAmount>? Split,
    DateOnly ApprovedOn,
    string Reference,
    string Reason,
    Money? CoFinancingCeiling = null) : Command<RiderView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/actions/{action:guid}/riders", (string fund, Guid action, ApproveRiderRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ApproveRider(
                Codes.Fold(fund),
                action.ToString(),
                Guid.CreateVersion7().ToString(),
                request.By,
                request.Split is null ? null : [.. request.Split.Select(part => new WindowAmount(Codes.Fold(part!.Window), part.Amount))],
                request.ApprovedOn,
                request.Reference.Trim(),
                request.Reason.Trim(),
                request.CoFinancingCeiling)))
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .WithName(nameof(ApproveRider))
        .WithTags("Actions")
        .WithSummary("Raise or lower an action by a rider")
        .WithDescription(
            "A rider raises an action by what its windows have available at most (422 `insufficient-availability`), up to the contracting "
            + "deadline (422 `after-contracting-deadline`), or lowers it by what is not contracted at most (422 `exceeds-uncontracted`). A "
            + "cross-window action needs the rider's split. Its ceiling of co-financing never falls below what its contracts have "
            + "(422 `below-co-financed`).")
        .Produces<RiderView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        yield return StateKey.Of<FundAction>(ActionId);
        yield return StateKey.Of<Rider>(RiderId);
        foreach (var key in TakenReference.Touches(Fund, TakenReference.Rider, Reference))
            yield return key;
        foreach (var part in Split ?? [])
            yield return Window.Key(Fund, part.Window);
        if (states.SeenSoFar<FundAction>(ActionId) is { WindowCode: { } window } action)
            yield return Window.Key(action.Fund, window);
    }

    public override StateKey? Versioned => StateKey.Of<Rider>(RiderId);

    public override string Location => $"/funds/{Fund}/riders/{RiderId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<FundAction>(ActionId, out var action) || action.Fund != Fund)
            return Refusal.NotFound("action", ActionId);
        var refusal = RefuseChange(fund)
            ?? fund.RefuseDate(ApprovedOn, At, "approvedOn")
            ?? RefuseOrder(fund, action)
            ?? TakenReference.Refuse(states, Fund, TakenReference.Rider, Reference)
            ?? RefuseCoFinancing(fund, action)
            ?? RefuseSplit(fund, action)
            ?? (Change.IsPositive ? RefuseRise(states, action) : RefuseFall(action));
        return refusal is not null
            ? refusal
            : Decision
                .Record(new RiderApproved(
                    Fund, ActionId, RiderId, Change, Parts(action), action.IsCrossWindow(), ApprovedOn, Reference, Reason, CoFinancingCeiling))
                .LinkedTo(action.TraceParent);
    }

    public override RiderView View(States states) => RiderView.Of(states.Get<Rider>(RiderId));

    IReadOnlyList<WindowAmount> Parts(FundAction action) => Split ?? (Change.IsZero ? [] : [new(action.WindowCode!, Change)]);

    Refusal? RefuseChange(Fund fund) =>
        Change.Currency.Code != fund.Currency
            ? Refusal.Rule("wrong-currency", $"{Change} is not in {fund.Currency}, in which the books of {fund.Id} are kept.", "by")
            : Change.IsZero && CoFinancingCeiling is null
                ? Refusal.Rule("nothing-changes", "A rider changes the action's amount or its ceiling of co-financing.", "by")
                : null;

    Refusal? RefuseOrder(Fund fund, FundAction action) =>
        ApprovedOn < action.ApprovedOn
            ? Refusal.Rule("date-out-of-order", $"{ApprovedOn:yyyy-MM-dd} is before the action was approved, on {action.ApprovedOn:yyyy-MM-dd}.", "approvedOn")
            : !Change.IsPositive ? null
            : fund.RefuseAfterContractingDeadline(ApprovedOn, "approvedOn")
                // A deadline that was moved lets a rider open a closed action again.
                ?? (fund.ContractingDeadline is { } deadline && Deadline.IsOver(deadline, At) ? action.RefuseClosed() : null);

    Refusal? RefuseCoFinancing(Fund fund, FundAction action) =>
        CoFinancingCeiling is not { } ceiling ? null
        : fund.RefuseAmount(ceiling, "coFinancingCeiling")
            ?? (ceiling.Amount < action.CoFinanced
                ? Refusal.Rule(
                    "below-co-financed",
                    $"{ceiling} is less than the {action.Amount(action.CoFinanced)} of co-financing that the action's contracts have.",
                    "coFinancingCeiling")
                : null);

    Refusal? RefuseSplit(Fund fund, FundAction action)
    {
        if (!action.IsCrossWindow())
            return Split is null ? null : Refusal.Rule("not-cross-window", $"The action is window {action.WindowCode}'s alone: leave the split out.", "split");
        if (Split is null)
            return Change.IsZero ? null : Refusal.Rule("split-required", "A rider of a cross-window action says what changes in each window.", "split");
        for (var i = 0; i < Split.Count; i++)
        {
            var part = Split[i];
            if (part.Amount.Currency.Code != fund.Currency)
                return Refusal.Rule("wrong-currency", $"{part.Amount} is not in {fund.Currency}, in which the books of {fund.Id} are kept.", $"split[{i}].amount");
            if (part.Amount.IsZero || part.Amount.IsPositive != Change.IsPositive)
                return Refusal.Rule("wrong-sign", $"{part.Amount} does not go the same way as {Change}.", $"split[{i}].amount");
            if (Split.Take(i).Any(earlier => earlier.Window == part.Window))
                return Refusal.Rule("window-repeated", $"Window '{part.Window}' is in the split already: give each window once.", $"split[{i}].window");
        }
        // Plain numbers: the sum of what a request holds may be larger than any amount.
        var sum = Split.Sum(part => part.Amount.Amount);
        return sum != Change.Amount ? Refusal.Rule("split-mismatch", $"The split adds up to {sum} {fund.Currency}, not to {Change}.", "split") : null;
    }

    Refusal? RefuseRise(States states, FundAction action)
    {
        var parts = Parts(action);
        for (var i = 0; i < parts.Count; i++)
        {
            if (!states.TryFind<Window>(Window.KeyOf(Fund, parts[i].Window), out var window))
                return FundRules.UnknownWindow(Fund, parts[i].Window, $"split[{i}].window");
            if (parts[i].Amount > window.Available())
            {
                return Refusal.Rule(
                    "insufficient-availability",
                    $"{parts[i].Amount} is more than the {window.Available()} that window {window.Code} has available: "
                    + $"{window.Amount(window.Earmarked)} earmarked and {window.Amount(window.Allocated)} allocated, less {window.Amount(window.Approved)} approved.",
                    Split is null ? "by" : $"split[{i}].amount");
            }
        }
        return null;
    }

    Refusal? RefuseFall(FundAction action)
    {
        if (Change.IsZero)
            return null;
        for (var i = 0; i < (Split?.Count ?? 0); i++)
        {
            var has = action.Amount(action.Split.FirstOrDefault(part => part.Window == Split![i].Window)?.Amount ?? 0);
            if (-Split![i].Amount > has)
            {
                return Refusal.Rule(
                    "exceeds-part", $"{-Split[i].Amount} is more than the {has} that the action has of window {Split[i].Window}.", $"split[{i}].amount");
            }
        }
        return -Change > action.Remaining()
            ? Refusal.Rule(
                "exceeds-uncontracted",
                $"{-Change} is more than the {action.Remaining()} not contracted: {action.Amount(action.Approved)} approved, "
                + $"{action.Amount(action.Contracted)} contracted. Decommit first.",
                "by")
            : null;
    }
}
