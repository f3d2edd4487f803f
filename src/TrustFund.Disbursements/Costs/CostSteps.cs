using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Costs;

/// <summary>A step that follows upon a cost's request.</summary>
abstract record CostStep(string Fund, string CostId) : Command<CostView>
{
    public sealed override StateKey? Versioned => StateKey.Of<Cost>(CostId);

    public override IEnumerable<StateKey> Touches(States states) => [Versioned!.Value, StateKey.Of<FundCash>(Fund), StateKey.Of<ManagementCosts>(Fund)];

    public sealed override Decision Decide(States states) => states.TryFind<Cost>(CostId, out var cost) && cost.Fund == Fund
        ? Decide(states, cost)
        : Refusal.NotFound("cost", CostId, "id");

    public sealed override CostView View(States states) => CostView.Of(states.Get<Cost>(CostId));

    protected abstract Decision Decide(States states, Cost cost);
}

/// <summary>A second person, within the fund's bands, authorises a management cost: cash and the ceiling are reserved.</summary>
sealed record AuthoriseCost(string Fund, string CostId) : CostStep(Fund, CostId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/costs/{id}/authorisation", Authorise)
        .WithName("AuthoriseCost")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<CostView>();

    public override IEnumerable<StateKey> Touches(States states) => base.Touches(states).Append(StateKey.Of<FundTerms>(Fund));

    public static void Apply(States states, CostAuthorised authorised, Recorded recorded)
    {
        states.Change<FundCash>(authorised.Fund, cash => cash.Reserve(authorised.Amount));
        states.Put(ManagementCosts.Of(states, authorised.Fund, authorised.Amount.Currency).Reserve(authorised.Amount));
        states.Change<Cost>(authorised.CostId, cost => cost with
        {
            Status = CostStatus.Authorised,
            AuthorisedBy = recorded.Actor,
            AuthorisedAt = recorded.At,
            AuthorisedFor = authorised.InPlaceOf,
        });
    }

    protected override Decision Decide(States states, Cost cost)
    {
        string? inPlaceOf = null;
        return (cost.MustBe(CostStatus.Requested, "authorised")
            ?? Authority.Refuse(FundTerms.Of(states, Fund), Actor, cost.Money(), At, cost.RequestedBy, null, out inPlaceOf)
            ?? ManagementCosts.Of(states, Fund, cost.Money().Currency).MustAllow(cost.Money())
            ?? states.CashOf(Fund, cost.Money().Currency).MustAfford(cost.Money())) is { } refusal
            ? refusal
            : Decision.Record(new CostAuthorised(Fund, CostId, cost.Money(), inPlaceOf)).LinkedTo(cost.TraceParent);
    }

    /// <summary>Authorise a management cost</summary>
    /// <remarks>By an authorising officer who did not request it, within the fund's amount bands. It reserves cash and the ceiling. It has no body.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the cost.</param>
    static Task<CommandResult<CostView>> Authorise(string fund, string id, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new AuthoriseCost(Codes.Fold(fund), Ids.Fold(id)));
}

/// <summary>Why a cost is not to be paid.</summary>
/// <param name="Reason">For the auditor.</param>
sealed record CostRejectionBody([Required, StringLength(500)] string Reason);

/// <summary>A cost ends before it is paid: an authorising officer rejects it, or who requested it withdraws it while nobody authorised it.</summary>
sealed record RejectCost(string Fund, string CostId, string Reason, bool MayReject) : CostStep(Fund, CostId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/costs/{id}/rejection", Reject)
        .WithName("RejectCost")
        .RequireRole(Roles.FinanceOfficer, Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<CostView>();

    public static void Apply(States states, CostRejected rejected, Recorded recorded)
    {
        if (rejected.WasReserved)
        {
            states.Change<FundCash>(rejected.Fund, cash => cash.Release(rejected.Amount));
            states.Change<ManagementCosts>(rejected.Fund, costs => costs.Reserve(-rejected.Amount));
        }
        states.Change<Cost>(rejected.CostId, cost => cost with
        {
            Status = CostStatus.Rejected,
            EndedBy = recorded.Actor,
            EndedAt = recorded.At,
            EndedBecause = rejected.Reason,
        });
    }

    protected override Decision Decide(States states, Cost cost)
    {
        if (cost.Status >= CostStatus.Paid)
            return Refusal.Conflict("wrong-state", $"The cost is {Cost.NameOf(cost.Status)}; only one that is not yet paid or rejected can be rejected.");
        if (!MayReject && (Actor != cost.RequestedBy || cost.Status != CostStatus.Requested))
            return Refusal.Forbidden("not-your-request", "A finance officer may withdraw only a cost that they requested themselves and nobody has authorised.");
        return Decision.Record(new CostRejected(Fund, CostId, cost.Money(), cost.Status == CostStatus.Authorised, Reason)).LinkedTo(cost.TraceParent);
    }

    /// <summary>Reject or withdraw a management cost</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the cost.</param>
    static Task<CommandResult<CostView>> Reject(string fund, string id, CostRejectionBody body, ClaimsPrincipal user, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RejectCost(Codes.Fold(fund), Ids.Fold(id), body.Reason.Trim(), user.IsInRole(Roles.AuthorisingOfficer)));
}

/// <summary>A correction.</summary>
/// <param name="ReversedOn">The date on which it takes effect: not before the payment, not in the future.</param>
/// <param name="Reason">For the auditor.</param>
sealed record CostReversalBody(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>A paid cost was booked wrongly: an authorising officer who did not book it takes it back, whole and once.</summary>
sealed record ReverseCost(string Fund, string CostId, CostReversalBody Body) : CostStep(Fund, CostId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/costs/{id}/reversal", Reverse)
        .WithName("ReverseCost")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<CostView>();

    public override IEnumerable<StateKey> Touches(States states)
    {
        foreach (var key in base.Touches(states).Append(StateKey.Of<FundSources>(Fund)))
            yield return key;
        if (!states.Holds(Versioned!.Value) || states.Find<Cost>(CostId)?.BankReference is not { } reference)
            yield break;
        foreach (var key in BankBooks.Keys(states, BankEntry.IdOf(Fund, reference)))
            yield return key;
    }

    public static void Apply(States states, CostReversed reversed, Recorded recorded)
    {
        var cost = states.Get<Cost>(reversed.CostId);
        states.Change<FundCash>(reversed.Fund, cash => cash.Cost(-reversed.Amount));
        states.Change<ManagementCosts>(reversed.Fund, costs => cost.Kind == CostKind.Management ? costs.Pay(-reversed.Amount) : costs.Charge(-reversed.Amount));
        PaidMoney.Move(states, reversed.Fund, reversed.Attribution, reversed.Amount, back: true);
        BankBooks.Cancel(states, BankEntry.IdOf(reversed.Fund, cost.BankReference!), BankKinds.Cost, cost.Id);
        states.Put(cost with
        {
            Status = CostStatus.Reversed,
            EndedBy = recorded.Actor,
            EndedAt = recorded.At,
            ReversedOn = reversed.ReversedOn,
            EndedBecause = reversed.Reason,
        });
    }

    protected override Decision Decide(States states, Cost cost)
    {
        if (cost.MustBe(CostStatus.Paid, "reversed") is { } wrongState)
            return wrongState;
        if (Body.ReversedOn < cost.PaidOn)
            return Refusal.Rule("date-before-payment", $"The cost was paid on {cost.PaidOn:yyyy-MM-dd}: it cannot be reversed on {Body.ReversedOn:yyyy-MM-dd}.", "reversedOn");
        if (DateRules.Happened(Body.ReversedOn, At, "reversedOn") is { } future)
            return future;
        if (Actor == cost.PaidBy)
            return Refusal.Forbidden("four-eyes", "You booked this cost as paid: somebody else must reverse it.");
        IReadOnlyList<IFundEvent> facts =
        [
            new CostReversed(Fund, CostId, Cost.NameOf(cost.Kind), cost.Money(), Body.ReversedOn, Body.Reason.Trim(),
                [.. cost.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, cost.In(part.Amount)))]),
            .. BankBooks.Unmatch(states, Fund, BankEntry.IdOf(Fund, cost.BankReference!), BankKinds.Cost, CostId, Body.Reason.Trim()),
        ];
        return Decision.Record(facts).LinkedTo(cost.TraceParent);
    }

    /// <summary>Reverse a paid cost</summary>
    /// <remarks>A correction: the cash is back, and the bank's reference may be booked anew. By an authorising officer who did not book the payment.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the cost.</param>
    static Task<CommandResult<CostView>> Reverse(string fund, string id, CostReversalBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReverseCost(Codes.Fold(fund), Ids.Fold(id), body));
}
