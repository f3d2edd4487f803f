using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Funds;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Costs;

/// <summary>A management cost that a finance officer asks for.</summary>
/// <param name="Payee">Who is to be paid.</param>
/// <param name="Amount">What is to be paid, in the fund's currency.</param>
/// <param name="Description">What for.</param>
/// <param name="RequestedOn">The date of the request.</param>
sealed record CostBody([Required, StringLength(140)] string Payee, [Positive] Money Amount, [Required, StringLength(500)] string Description, DateOnly RequestedOn);

/// <summary>A finance officer requests a management cost: no contract, but within what was allocated. Nothing is reserved yet.</summary>
sealed record RequestCost(string Fund, string CostId, CostBody Body) : Command<CostView>
{
    public override StateKey? Versioned => StateKey.Of<Cost>(CostId);

    public override string? Location => $"/funds/{Fund}/costs/{CostId}";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/costs", Request)
        .WithName("RequestCost")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<CostView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<FundCash>(Fund), StateKey.Of<ManagementCosts>(Fund), Versioned!.Value];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundCash>(Fund, out var cash))
            return Refusal.NotFound("fund", Fund, "fund");
        if (!Body.Amount.IsPositive)
            return Refusal.Rule("amount-not-positive", $"{Body.Amount} is nothing to pay: the amount must be greater than zero.", "amount");
        return (ManagementCosts.Of(states, Fund, Currency.Of(cash.Currency)).MustAllow(Body.Amount) ?? DateRules.Happened(Body.RequestedOn, At, "requestedOn")) is { } refusal
            ? refusal
            : Decision.Record(new CostRequested(Fund, CostId, "management", Body.Payee.Trim(), Body.Amount, Body.Description.Trim(), Body.RequestedOn));
    }

    public override CostView View(States states) => CostView.Of(states.Get<Cost>(CostId));

    public static void Apply(States states, CostRequested requested, Recorded recorded) => states.Put(new Cost
    {
        Id = requested.CostId,
        Fund = requested.Fund,
        Kind = CostKind.Management,
        Payee = requested.Payee,
        Amount = requested.Amount.Amount,
        Currency = requested.Amount.Currency.Code,
        Description = requested.Description,
        RequestedOn = requested.RequestedOn,
        Status = CostStatus.Requested,
        RequestedBy = recorded.Actor,
        RequestedAt = recorded.At,
        TraceParent = recorded.TraceParent,
    });

    /// <summary>Request a management cost</summary>
    /// <remarks>It is paid without a contract, within what Contracts allocated to management out of the fund's pool and the bank's charges left of it, after a second person authorised it.</remarks>
    /// <param name="fund">Code of the fund.</param>
    static Task<CommandResult<CostView>> Request(string fund, CostBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RequestCost(Codes.Fold(fund), Guid.CreateVersion7().ToString(), body));
}
