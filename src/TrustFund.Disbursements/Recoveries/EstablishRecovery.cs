using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Contracts;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>What a partner has to pay back.</summary>
/// <param name="Amount">Above zero, and at most what the partner was paid and neither gave back nor owes already.</param>
/// <param name="EstablishedOn">Date of the order.</param>
/// <param name="DueOn">The last day for the partner to pay.</param>
/// <param name="Reason">Why.</param>
sealed record RecoveryBody([Positive] Money Amount, DateOnly EstablishedOn, DateOnly DueOn, [Required, StringLength(500)] string Reason);

/// <summary>A finance officer establishes a recovery order. No money moves yet.</summary>
sealed record EstablishRecovery(string Fund, string ContractId, string RecoveryId, RecoveryBody Body) : Command<RecoveryView>
{
    public override StateKey? Versioned => StateKey.Of<Recovery>(RecoveryId);

    public override string? Location => $"/funds/{Fund}/recoveries/{RecoveryId}";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/contracts/{contract}/recoveries", Establish)
        .WithName("EstablishRecovery")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<RecoveryView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Contract>(ContractId), Versioned!.Value];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return Refusal.NotFound("contract", ContractId, "contract");
        if (Body.Amount.Currency.Code != contract.Currency)
            return Refusal.Rule("wrong-currency", $"The contract is in {contract.Currency}, and the recovery in {Body.Amount.Currency}.", "amount");
        if (!Body.Amount.IsPositive)
            return Refusal.Rule("amount-not-positive", $"{Body.Amount} is nothing to recover: the amount must be greater than zero.", "amount");
        if (Body.DueOn < Body.EstablishedOn)
            return Refusal.Rule("due-before-order", $"It would be due on {Body.DueOn:yyyy-MM-dd}, before it is established on {Body.EstablishedOn:yyyy-MM-dd}.", "dueOn");
        if (Body.EstablishedOn < contract.SignedOn)
            return Refusal.Rule("date-before-signature", $"The contract was signed on {contract.SignedOn:yyyy-MM-dd}: nothing can have been recovered under it on {Body.EstablishedOn:yyyy-MM-dd}.", "establishedOn");
        if (DateRules.Happened(Body.EstablishedOn, At, "establishedOn") is { } future)
            return future;
        var most = contract.NetPaid() - contract.In(contract.RecoveriesOpen);
        if (Body.Amount > most)
            return Refusal.Rule("exceeds-net-paid", $"{Body.Amount} is {Body.Amount - most} more than may be recovered: of {contract.In(contract.Paid)} paid, "
                + $"{contract.In(contract.Recovered)} is recovered and {contract.In(contract.RecoveriesOpen)} owed already, so {most} is left.", "amount");
        return Decision.Record(new RecoveryEstablished(
            Fund, RecoveryId, ContractId, contract.Partner, contract.Window, Body.Amount, Body.EstablishedOn, Body.DueOn, Body.Reason.Trim()))
            .LinkedTo(contract.TraceParent);
    }

    public override RecoveryView View(States states) => RecoveryView.Of(states.Get<Recovery>(RecoveryId));

    public static void Apply(States states, RecoveryEstablished established, Recorded recorded)
    {
        states.Change<Contract>(established.ContractId, contract => contract.Owe(established.Amount));
        states.Put(new Recovery
        {
            Id = established.RecoveryId,
            Fund = established.Fund,
            ContractId = established.ContractId,
            Partner = established.Partner,
            Window = established.Window,
            Amount = established.Amount.Amount,
            Currency = established.Amount.Currency.Code,
            EstablishedOn = established.EstablishedOn,
            DueOn = established.DueOn,
            Reason = established.Reason,
            EstablishedBy = recorded.Actor,
            TraceParent = recorded.TraceParent,
        });
    }

    /// <summary>Establish a recovery order</summary>
    /// <remarks>What a partner was paid and has to give back. It is settled in cash, by setting it off against a payment, or by waiving it.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    static Task<CommandResult<RecoveryView>> Establish(string fund, string contract, RecoveryBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new EstablishRecovery(Codes.Fold(fund), Ids.Fold(contract), Guid.CreateVersion7().ToString(), body));
}
