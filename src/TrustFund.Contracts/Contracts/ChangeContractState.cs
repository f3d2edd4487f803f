using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Payments;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>From when, and why, a contract is suspended, resumed or terminated.</summary>
/// <param name="On">From when.</param>
/// <param name="Reason">Why.</param>
sealed record ChangeContractStateRequest(DateOnly On, [Required, StringLength(500)] string Reason);

/// <summary>
/// A contract is suspended, resumed or terminated: what Disbursements may pay under it changes, and not what is contracted. An active or
/// suspended contract can be terminated, a suspended one resumed, an active one suspended.
/// </summary>
sealed record ChangeContractState(string Fund, string ContractId, ContractState To, DateOnly On, string Reason) : Command<ContractView>
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "suspension", ContractState.Suspended, "SuspendContract", "Suspend a contract: nothing is authorised or paid under it until it is resumed");
        Map(routes, "resumption", ContractState.Active, "ResumeContract", "Resume a suspended contract");
        Map(routes, "termination", ContractState.Terminated, "TerminateContract", "Terminate a contract, for good; what is unpaid can then be decommitted");
    }

    static void Map(IEndpointRouteBuilder routes, string path, ContractState to, string name, string summary) => routes
        .MapPost($"/funds/{{fund}}/contracts/{{contract:guid}}/{path}", (string fund, Guid contract, ChangeContractStateRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new ChangeContractState(Codes.Fold(fund), contract.ToString(), to, request.On, request.Reason.Trim())))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(name)
        .WithTags("Contracts")
        .WithSummary(summary)
        .WithDescription(
            "Refused with 409 `contract-suspended`, `contract-active` or `contract-terminated` when its present state does not allow it. The "
            + "date is on or after the signature and the last such change (422 `date-out-of-order`).")
        .Produces<ContractView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Fund>(Fund), StateKey.Of<Contract>(ContractId), StateKey.Of<ContractPayments>(ContractId)];

    public override StateKey? Versioned => StateKey.Of<Contract>(ContractId);

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return Refusal.NotFound("contract", ContractId);
        var refusal = contract.RefuseTerminated()
            ?? RefuseState(contract)
            ?? fund.RefuseDate(On, At, "on")
            ?? contract.RefuseBeforeSignature(On, "on")
            ?? (On < contract.StateSince
                ? Refusal.Rule("date-out-of-order", $"{On:yyyy-MM-dd} is before the contract became what it is, on {contract.StateSince:yyyy-MM-dd}.", "on")
                : null);
        return refusal is not null ? refusal : Decision.Record(Fact()).LinkedTo(contract.TraceParent);
    }

    public override ContractView View(States states) => ContractView.Of(
        states.Get<Contract>(ContractId), states.Find<ContractPayments>(ContractId)?.Paid ?? 0, states.Find<ContractPayments>(ContractId)?.Recovered ?? 0);

    Refusal? RefuseState(Contract contract) => To != contract.State ? null : To is ContractState.Suspended
        ? Refusal.Conflict("contract-suspended", $"The contract is suspended, since {contract.StateSince:yyyy-MM-dd}.")
        : Refusal.Conflict("contract-active", "The contract is active.");

    IFundEvent Fact() => To switch
    {
        ContractState.Suspended => new ContractSuspended(Fund, ContractId, On, Reason),
        ContractState.Active => new ContractResumed(Fund, ContractId, On, Reason),
        _ => new ContractTerminated(Fund, ContractId, On, Reason),
    };
}
