using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Refunds;

/// <summary>Money that is to go back to its donor.</summary>
/// <param name="Amount">How much, in the pledge's currency. What waits unallocated is taken first, the rest of one pot.</param>
/// <param name="RequestedOn">When it was asked for: not before the money it takes is booked.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
/// <param name="Window">The window whose earmark the allocated part comes from; the fund's pool when left out.</param>
public sealed record RequestRefundRequest(
    [Positive] Money Amount,
    DateOnly RequestedOn,
    [Required, StringLength(500)] string Reason,
    [Code] string? Window = null);

/// <summary>
/// Asks to pay money back to its donor. Pledges holds it; Contracts decides over the allocated part, then Disbursements over the cash.
/// A pledge has one refund at a time.
/// </summary>
public sealed record RequestRefund(
    string Fund, string PledgeId, string RequestId, Money Amount, string? Window, DateOnly RequestedOn, string Reason) : Command<RefundView>
{
    public override string Location => $"/funds/{Fund}/refunds/{RequestId}";

    public override int Status => StatusCodes.Status202Accepted;

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/refunds", (string fund, Guid pledge, RequestRefundRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RequestRefund(
                Codes.Fold(fund),
                pledge.ToString(),
                Guid.CreateVersion7().ToString(),
                request.Amount,
                request.Window is null ? null : Codes.Fold(request.Window),
                request.RequestedOn,
                request.Reason.Trim())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("RequestRefund")
        .WithTags("Refunds")
        .WithSummary("Asks to pay money back to its donor.")
        .WithDescription("The money is held until Contracts has released what was allocated and Disbursements has paid; its state is at the Location.")
        .Produces<RefundView>(StatusCodes.Status202Accepted);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<FundTotals>(Fund);
        yield return StateKey.Of<Refund>(RequestId);
        if (Window is not null)
            yield return StateKey.Of<Window>(Funds.Window.IdOf(Fund, Window));
    }

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (Check(states, pledge) is { } refusal)
            return refusal;
        var unallocated = Math.Clamp(pledge.Waiting(), 0, Amount.Amount);
        var hold = RefundedMoney.Hold(pledge, RequestId, unallocated, Amount.Amount - unallocated, Window);
        var fromUnallocated = pledge.In(pledge.Foreign is null ? hold.Unallocated : hold.Lots.Sum(lot => lot.UnallocatedBooked));
        var fromAllocated = pledge.In(pledge.Foreign is null ? hold.Allocated : hold.Lots.Sum(lot => lot.AllocatedBooked));
        var total = fromUnallocated + fromAllocated;
        if (!total.IsPositive)
            return Refusal.Rule("too-small", $"{Amount} came in at less than the smallest amount of the fund's currency.", "amount");
        // Where nothing was allocated, the window names no pot.
        var pot = hold.Allocated == 0 ? null : Window;
        var requested = new RefundRequested(
            Fund, RequestId, PledgeId, pledge.Donor, total, fromUnallocated, fromAllocated, pot, RequestedOn, Reason,
            pledge.Original(Amount.Amount), pledge.Original(hold.Allocated));
        return Decision
            .Record(fromAllocated.IsPositive
                ? [requested]
                : [requested, new RefundCashRequested(Fund, RequestId, PledgeId, pledge.Donor, total, fromUnallocated, fromAllocated, pot, RequestedOn, Actor)])
            .LinkedTo(pledge.TraceParent);
    }

    public override RefundView View(States states) => RefundView.Of(states.Get<Refund>(RequestId), cashGranted: false);

    Refusal? Check(States states, Pledge pledge) =>
        (pledge.Refund is { } pending
            ? Refusal.Conflict("refund-pending", $"The refund '{pending.RequestId}' of this pledge is not decided yet: one at a time.")
            : null)
        ?? AmountRules.Bookable(Amount, pledge.Own().Currency)
        ?? DateRules.Happened(RequestedOn, At, "requestedOn")
        ?? DateRules.NotBefore(RequestedOn, pledge.AnnouncedOn, "the pledge's announcement", "requestedOn")
        ?? (Window is not null && !states.TryFind<Window>(Funds.Window.IdOf(Fund, Window), out _) ? Funds.Window.Unknown(Fund, Window, "window") : null)
        ?? CheckMoney(pledge)
        ?? CheckBooked(pledge);

    /// <summary>No money goes back before it came, as the books have it: the latest that waits is taken first, then the latest that is allocated.</summary>
    Refusal? CheckBooked(Pledge pledge) =>
        (pledge.LastReceivedOn is { } received ? DateRules.NotBefore(RequestedOn, received, "the day on which the pledge's last receipt is booked", "requestedOn") : null)
        ?? (pledge.LastAllocatedOn is { } allocated && Amount.Amount > pledge.Waiting()
            ? DateRules.NotBefore(RequestedOn, allocated, "the day on which the pledge's last allocation is booked", "requestedOn")
            : null);

    Refusal? CheckMoney(Pledge pledge)
    {
        var own = pledge.Own();
        if (Amount.Amount > own.Received)
            return Refusal.Rule("exceeds-received", $"{Amount} is more than the {own.In(own.Received)} that arrived and were not paid back.", "amount");
        var allocated = Amount.Amount - Math.Clamp(own.Waiting(), 0, Amount.Amount);
        return allocated <= own.AllocatedIn(Window)
            ? null
            : Refusal.Rule(
                "exceeds-allocated",
                $"{own.In(allocated)} would come from what is allocated {(Window is null ? "to the fund's pool" : $"to the window {Window}")}, which has {own.In(own.AllocatedIn(Window))} of this pledge: ask for each pot alone.",
                "amount");
    }
}
