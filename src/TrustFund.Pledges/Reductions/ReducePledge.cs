using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Reductions;

/// <summary>What a donor wants to take back of its pledge.</summary>
/// <param name="Amount">How much, in the fund's currency.</param>
/// <param name="RequestedOn">When it asked.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
/// <param name="From">Which part of the pledge: <c>uncertified</c> is taken back at once, <c>certified</c> must be released by Contracts. When left out, certified if a window is named, else uncertified.</param>
/// <param name="Window">The window whose earmark it comes from; the fund's pool when left out. Only for what is certified.</param>
public sealed record ReducePledgeRequest(
    [Positive] Money Amount,
    DateOnly RequestedOn,
    [Required, StringLength(500)] string Reason,
    ReductionSource? From = null,
    [Code] string? Window = null);

/// <summary>
/// Takes back a part of a pledge: at once what is not certified; what is, by a request that reserves the amount until Contracts, who holds
/// the right to spend it, releases it or refuses.
/// </summary>
public sealed record ReducePledge(
    string Fund, string PledgeId, string RequestId, Money Amount, ReductionSource From, string? Window, DateOnly RequestedOn, string Reason)
    : Command<ReductionView>
{
    public override string Location => $"/funds/{Fund}/reductions/{RequestId}";

    public override int Status => From == ReductionSource.Certified ? StatusCodes.Status202Accepted : StatusCodes.Status201Created;

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/reductions", (string fund, Guid pledge, ReducePledgeRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ReducePledge(
                Codes.Fold(fund),
                pledge.ToString(),
                Guid.CreateVersion7().ToString(),
                request.Amount,
                request.From ?? (request.Window is null ? ReductionSource.Uncertified : ReductionSource.Certified),
                request.Window is null ? null : Codes.Fold(request.Window),
                request.RequestedOn,
                request.Reason.Trim())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ReducePledge")
        .WithTags("Reductions")
        .WithSummary("Takes back a part of a pledge, or asks for it.")
        .WithDescription("201: an uncertified part was taken back at once. 202: a certified part is reserved until Contracts has decided; its state is at the Location.")
        .Produces<ReductionView>(StatusCodes.Status201Created)
        .Produces<ReductionView>(StatusCodes.Status202Accepted);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<FundTotals>(Fund);
        yield return StateKey.Of<Reduction>(RequestId);
        if (Window is not null)
            yield return StateKey.Of<Window>(Funds.Window.IdOf(Fund, Window));
    }

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (Check(states, pledge) is { } refusal)
            return refusal;
        return From == ReductionSource.Certified
            ? Decision.Record(new ReductionRequested(Fund, RequestId, PledgeId, pledge.Donor, Amount, Window, RequestedOn, Reason)).LinkedTo(pledge.TraceParent)
            : Decision.Record(new PledgeReduced(Fund, RequestId, PledgeId, pledge.Donor, Amount, RequestedOn, Reason)).LinkedTo(pledge.TraceParent);
    }

    public override ReductionView View(States states) => ReductionView.Of(states.Get<Reduction>(RequestId));

    Refusal? Check(States states, Pledge pledge) =>
        AmountRules.Bookable(Amount, pledge.Currency)
        ?? DateRules.Happened(RequestedOn, At, "requestedOn")
        ?? DateRules.NotBefore(RequestedOn, pledge.AnnouncedOn, "the pledge's announcement", "requestedOn")
        ?? (From == ReductionSource.Certified ? CheckCertified(states, pledge) : CheckUncertified(pledge));

    Refusal? CheckUncertified(Pledge pledge) =>
        Window is not null
            ? Refusal.Rule("window-not-applicable", "What is not certified is earmarked to no window: leave the window out, or take it from what is certified.", "window")
            : Amount.Amount <= pledge.Uncertified()
            ? null
            : Refusal.Rule(
                "exceeds-uncertified",
                $"{Amount} is more than what is pledged and not certified: {pledge.In(pledge.Pledged)} less {pledge.In(pledge.Certified)} leaves {pledge.In(pledge.Uncertified())}. To take back what is certified, say \"from\": \"certified\".",
                "amount");

    Refusal? CheckCertified(States states, Pledge pledge)
    {
        if (Window is not null && !states.TryFind<Window>(Funds.Window.IdOf(Fund, Window), out _))
            return Funds.Window.Unknown(Fund, Window, "window");
        if (Amount.Amount > pledge.Free())
            return Refusal.Rule(
                "exceeds-reducible",
                $"{Amount} is more than can be taken back: {pledge.In(pledge.Certified)} certified less {pledge.In(pledge.Allocated)} received and {pledge.In(pledge.Reserved)} asked back already leaves {pledge.In(pledge.Free())}.",
                "amount");
        return Amount.Amount <= pledge.FreeIn(Window)
            ? null
            : Window is null
            ? Refusal.Rule("exceeds-unearmarked", $"{Amount} is more than the {pledge.In(pledge.FreeIn(null))} that the pledge certifies without an earmark: name the window it comes from.", "amount")
            : Refusal.Rule("exceeds-earmarked", $"{Amount} is more than the {pledge.In(pledge.FreeIn(Window))} that the pledge certifies for the window {Window}.", "amount");
    }
}
