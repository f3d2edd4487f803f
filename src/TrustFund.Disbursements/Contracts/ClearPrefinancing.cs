using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Contracts;

/// <summary>What was paid ahead of the work.</summary>
/// <param name="Paid">What was paid, less what was reversed or returned.</param>
/// <param name="Cleared">What of it the partner's reports have used up.</param>
/// <param name="Open">Paid − Cleared.</param>
sealed record PrefinancingView(Money Paid, Money Cleared, Money Open)
{
    public static PrefinancingView Of(Contract kept) => new(kept.In(kept.PrefinancingPaid), kept.In(kept.PrefinancingCleared), kept.PrefinancingOpen());
}

/// <summary>A report that was accepted.</summary>
/// <param name="Amount">What it uses up, above zero and at most what is open.</param>
/// <param name="ClearedOn">When it was accepted: not before the first pre-financing payment, not in the future.</param>
/// <param name="Report">The report's own reference; the same report is cleared once, whatever its letter case.</param>
sealed record ClearingBody([Positive] Money Amount, DateOnly ClearedOn, [Required, StringLength(200)] string Report);

/// <summary>A verifying officer has accepted a report of the partner: so much of its pre-financing is used up. No money moves.</summary>
sealed record ClearPrefinancing(string Fund, string ContractId, string ReportId, ClearingBody Body) : Command<ContractPaymentsView>
{
    public override StateKey? Versioned => StateKey.Of<Contract>(ContractId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/contracts/{contract}/prefinancing-clearings", Clear)
        .WithName("ClearPrefinancing")
        .RequireRole(Roles.VerifyingOfficer)
        .MovesMoney()
        .Produces<ContractPaymentsView>();

    public override IEnumerable<StateKey> Touches(States states) => [Versioned!.Value, .. PrefinancingBooks.Keys(states, ContractId)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return Refusal.NotFound("contract", ContractId, "contract");
        if (Body.Amount.Currency.Code != contract.Currency)
            return Refusal.Rule("wrong-currency", $"The contract is in {contract.Currency}.", "amount");
        if (!Body.Amount.IsPositive)
            return Refusal.Rule("amount-not-positive", $"{Body.Amount} is nothing to clear: the amount must be greater than zero.", "amount");
        if (Body.Amount > contract.PrefinancingOpen())
            return Refusal.Rule("exceeds-prefinancing", $"{Body.Amount} is {Body.Amount - contract.PrefinancingOpen()} more than is open: of {contract.In(contract.PrefinancingPaid)} "
                + $"of pre-financing, {contract.In(contract.PrefinancingCleared)} is cleared, so {contract.PrefinancingOpen()} is open.", "amount");
        return (DateRules.Happened(Body.ClearedOn, At, "clearedOn") ?? MustFollowPayment(contract) ?? MustBeNew(contract)) is { } refusal
            ? refusal
            : Decision
                .Record(new PrefinancingCleared(Fund, ContractId, ReportId, Body.Amount, Body.ClearedOn, Body.Report.Trim()))
                .BookedFrom(PrefinancingBooks.OpenFrom(states, contract, Body.Amount))
                .LinkedTo(contract.TraceParent);
    }

    public override ContractPaymentsView View(States states) => ContractPaymentsView.Of(states.Get<Contract>(ContractId));

    public static void Apply(States states, PrefinancingCleared cleared, Recorded recorded) => states.Change<Contract>(cleared.ContractId, contract => contract with
    {
        PrefinancingCleared = (contract.In(contract.PrefinancingCleared) + cleared.Amount).Amount,
        Clearings = [.. contract.Clearings, new(cleared.ReportId, cleared.Report, cleared.Amount.Amount, cleared.ClearedOn, recorded.Actor)],
    });

    /// <summary>Nothing was used up that had not been paid yet.</summary>
    Refusal? MustFollowPayment(Contract contract) => contract.PrefinancingPayments is [var first, ..] && Body.ClearedOn < first.PaidOn
        ? Refusal.Rule("date-before-payment", $"The first pre-financing was paid on {first.PaidOn:yyyy-MM-dd}: no report can have cleared it on {Body.ClearedOn:yyyy-MM-dd}.", "clearedOn")
        : null;

    Refusal? MustBeNew(Contract contract) => contract.Clearings.FirstOrDefault(kept => kept.StandsFor(Body.Report)) is { } known
        ? Refusal.Conflict("report-already-cleared", $"Report '{known.Report}' has cleared {contract.In(known.Amount)} on {known.ClearedOn:yyyy-MM-dd}: a report does that once.", "report")
        : null;

    /// <summary>Clear pre-financing by a report</summary>
    /// <remarks>What the partner has shown to have used; at most what was paid ahead and is not cleared yet. The same report clears once.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    static Task<CommandResult<ContractPaymentsView>> Clear(string fund, string contract, ClearingBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ClearPrefinancing(Codes.Fold(fund), Ids.Fold(contract), Guid.CreateVersion7().ToString(), body));
}
