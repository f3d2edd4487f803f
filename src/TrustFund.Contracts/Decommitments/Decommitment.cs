using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Decommitments;

/// <summary>A request to release the unused part of a contract, and what Disbursements answered. Amounts are in the fund's currency.</summary>
sealed record Decommitment : State
{
    public required string Fund { get; init; }

    public required string ContractId { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>Its value date, which fixes where the money goes.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>Why it was asked for.</summary>
    public required string Reason { get; init; }

    public DecommitmentState State { get; init; }

    /// <summary>Where the money went, once it is completed: <c>action</c> or <c>fund</c>.</summary>
    public string? Destination { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? Rejection { get; init; }

    /// <summary>What could have been released when it was rejected.</summary>
    public decimal? LargestReleasable { get; init; }

    public static void Apply(States states, DecommitmentRequested fact)
    {
        states.Put(new Decommitment
        {
            Id = fact.RequestId,
            Fund = fact.Fund,
            ContractId = fact.ContractId,
            Currency = fact.Amount.Currency.Code,
            Amount = fact.Amount.Amount,
            RequestedOn = fact.RequestedOn,
            Reason = fact.Reason,
        });
        states.Change<Contract>(fact.ContractId, contract => contract with { Pending = contract.Pending + fact.Amount.Amount });
    }

    public static void Apply(States states, ContractDecommitted fact)
    {
        var amount = fact.Amount.Amount;
        states.Change<Decommitment>(fact.RequestId, request => request with
        {
            State = DecommitmentState.Completed,
            Destination = fact.Destination,
        });
        var contract = states.Get<Contract>(fact.ContractId);
        states.Put(contract with
        {
            Contracted = contract.Contracted - amount,
            Decommitted = contract.Decommitted + amount,
            Pending = contract.Pending - amount,
        });
        Contract.Report(states, fact.Fund, contract.WindowCode, -amount);
        var action = states.Get<FundAction>(fact.ActionId);
        states.Put(action.Less(fact.FromApproved) with
        {
            Contracted = action.Contracted - amount,
            Decommitted = action.Decommitted + amount,
        });
        ReturnToFund.Apply(states, action, fact.FromApproved, fact.ToPool);
    }

    public static void Apply(States states, DecommitmentRejected fact)
    {
        states.Change<Decommitment>(fact.RequestId, request => request with
        {
            State = DecommitmentState.Rejected,
            Rejection = fact.Reason,
            LargestReleasable = fact.LargestReleasable.Amount,
        });
        states.Change<Contract>(fact.ContractId, contract => contract with { Pending = contract.Pending - fact.Amount.Amount });
    }
}

/// <summary>How far a decommitment is.</summary>
enum DecommitmentState
{
    /// <summary>Disbursements has not answered yet.</summary>
    Pending,

    /// <summary>The contract is lower by the amount.</summary>
    Completed,

    /// <summary>The amount was already paid or reserved.</summary>
    Rejected,
}
