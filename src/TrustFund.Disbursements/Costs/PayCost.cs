using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Costs;

/// <summary>The bank's entry that paid a cost.</summary>
/// <param name="PaidOn">The bank's value date: not before the request, not in the future.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
sealed record CostPaymentBody(DateOnly PaidOn, [Required, StringLength(80)] string BankReference);

/// <summary>A finance officer books the bank's entry that paid a management cost.</summary>
sealed record PayCost(string Fund, string CostId, DateOnly PaidOn, string BankReference) : CostStep(Fund, CostId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/costs/{id}/payment", Pay)
        .WithName("PayCost")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<CostView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [.. base.Touches(states), StateKey.Of<FundSources>(Fund), .. BankBooks.Keys(states, BankEntry.IdOf(Fund, BankReference))];

    /// <summary>A management cost that was authorised, or a charge that the bank took.</summary>
    public static void Apply(States states, CostPaid paid, Recorded recorded)
    {
        if (paid.Kind == "management")
        {
            states.Change<FundCash>(paid.Fund, cash => cash.Release(paid.Amount).Cost(paid.Amount));
            states.Change<ManagementCosts>(paid.Fund, costs => costs.Reserve(-paid.Amount).Pay(paid.Amount));
        }
        else
        {
            states.Put(states.CashOf(paid.Fund, paid.Amount.Currency).Cost(paid.Amount));
            states.Put(ManagementCosts.Of(states, paid.Fund, paid.Amount.Currency).Charge(paid.Amount));
        }
        PaidMoney.Move(states, paid.Fund, paid.Attribution, paid.Amount, back: false);
        BankBooks.Book(states, paid.Fund, paid.BankReference, BankKinds.Cost, paid.CostId, -paid.Amount, paid.PaidOn);
        states.Put((states.Find<Cost>(paid.CostId) ?? ChargeBank.Charge(paid, recorded)) with
        {
            Status = CostStatus.Paid,
            PaidBy = recorded.Actor,
            PaidAt = recorded.At,
            PaidOn = paid.PaidOn,
            BankReference = paid.BankReference,
            Attribution = Part.Of(paid.Attribution),
        });
    }

    protected override Decision Decide(States states, Cost cost)
    {
        if (cost.MustBe(CostStatus.Authorised, "paid") is { } wrongState)
            return wrongState;
        if (PaidOn < cost.RequestedOn)
            return Refusal.Rule("date-before-request", $"The cost was requested on {cost.RequestedOn:yyyy-MM-dd}: it cannot have been paid on {PaidOn:yyyy-MM-dd}.", "paidOn");
        if ((DateRules.Happened(PaidOn, At, "paidOn")
            ?? BankBooks.EntryOf(states, BankEntry.IdOf(Fund, BankReference)).MustBeFreeToPay(Fund, BankReference)
            ?? states.Get<ManagementCosts>(Fund).MustStillFit()
            ?? states.Get<FundCash>(Fund).MustHold(cost.Money())) is { } refusal)
            return refusal;
        return Decision.Record(Facts(states, Fund, CostId, CostKind.Management, cost.Money(), PaidOn, BankReference)).LinkedTo(cost.TraceParent);
    }

    public static IReadOnlyList<IFundEvent> Facts(States states, string fund, string id, CostKind kind, Money amount, DateOnly paidOn, string reference) =>
    [
        new CostPaid(fund, id, Cost.NameOf(kind), amount, paidOn, reference, states.SourcesOf(fund, amount.Currency).Attribute(amount, null)),
        .. BankBooks.Match(states, fund, reference, BankKinds.Cost, id, -amount),
    ];

    /// <summary>Book the payment of a management cost</summary>
    /// <remarks>
    /// What was reserved is spent. The same bank reference cannot stand for two things of one fund. It is refused where charges of the bank
    /// have used up what management may cost since the cost was authorised.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the cost.</param>
    static Task<CommandResult<CostView>> Pay(string fund, string id, CostPaymentBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new PayCost(Codes.Fold(fund), Ids.Fold(id), body.PaidOn, body.BankReference.Trim()));
}

/// <summary>A charge that the bank took.</summary>
/// <param name="Amount">What it took, above zero, in the fund's currency.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
sealed record BankChargeBody([Positive] Money Amount, DateOnly PaidOn, [Required, StringLength(80)] string BankReference);

/// <summary>The bank took a charge by itself: a fact, which books even where there is no cash, and above what management may cost.</summary>
sealed record ChargeBank(string Fund, string CostId, BankChargeBody Body) : Command<CostView>
{
    public override StateKey? Versioned => StateKey.Of<Cost>(CostId);

    public override string? Location => $"/funds/{Fund}/costs/{CostId}";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/bank-charges", Book)
        .WithName("BookBankCharge")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<CostView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
    [
        Versioned!.Value, StateKey.Of<FundCash>(Fund), StateKey.Of<FundSources>(Fund), StateKey.Of<ManagementCosts>(Fund),
        .. BankBooks.Keys(states, BankEntry.IdOf(Fund, Body.BankReference)),
    ];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundCash>(Fund, out var cash))
            return Refusal.NotFound("fund", Fund, "fund");
        if (Body.Amount.Currency.Code != cash.Currency)
            return Refusal.Rule("wrong-currency", $"The fund keeps its books in {cash.Currency}.", "amount");
        if (!Body.Amount.IsPositive)
            return Refusal.Rule("amount-not-positive", $"{Body.Amount} is no charge: the amount must be greater than zero.", "amount");
        return (DateRules.Happened(Body.PaidOn, At, "paidOn") ?? BankBooks.EntryOf(states, BankEntry.IdOf(Fund, Body.BankReference)).MustBeFreeToPay(Fund, Body.BankReference)) is { } refusal
            ? refusal
            : Decision.Record(PayCost.Facts(states, Fund, CostId, CostKind.BankCharge, Body.Amount, Body.PaidOn, Body.BankReference));
    }

    public override CostView View(States states) => CostView.Of(states.Get<Cost>(CostId));

    public static Cost Charge(CostPaid paid, Recorded recorded) => new()
    {
        Id = paid.CostId,
        Fund = paid.Fund,
        Kind = CostKind.BankCharge,
        Amount = paid.Amount.Amount,
        Currency = paid.Amount.Currency.Code,
        Status = CostStatus.Paid,
        RequestedBy = recorded.Actor,
        RequestedAt = recorded.At,
        TraceParent = recorded.TraceParent,
    };

    /// <summary>Book a charge of the bank</summary>
    /// <remarks>
    /// A fact: it counts even where the cash becomes negative, which blocks authorisations until cash arrives. It uses up what was allocated to
    /// management costs, even above it; no management cost is then authorised or paid until the Board allocates more or the charge is reversed.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    static Task<CommandResult<CostView>> Book(string fund, BankChargeBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ChargeBank(Codes.Fold(fund), Guid.CreateVersion7().ToString(), body with { BankReference = body.BankReference.Trim() }));
}
