using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Funds;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Disbursements.Contracts;

/// <summary>What the journal of Contracts adds: contracts to be paid, and the fund's own terms.</summary>
static class FollowContracts
{
    /// <summary>The contract brings its own currency: its fund may not have been heard of yet.</summary>
    /// <exception cref="InvalidOperationException">It was signed before: to begin it anew would forget its payments.</exception>
    public static void Apply(States states, ContractSigned signed, string? traceParent)
    {
        if (states.TryFind<Contract>(signed.ContractId, out _))
            throw new InvalidOperationException($"Contract {signed.ContractId} was signed before.");
        states.Put(new Contract
        {
            Id = signed.ContractId,
            Fund = signed.Fund,
            Partner = signed.Partner,
            Window = signed.Window,
            Title = signed.Title,
            SignedOn = signed.SignedOn,
            Currency = signed.Amount.Currency.Code,
            Ceiling = signed.Amount.Amount,
            TraceParent = traceParent,
        });
        if (signed.Reference is not null)
            states.Put(new ContractReference { Id = ContractReference.IdOf(signed.Fund, signed.Reference), ContractId = signed.ContractId });
    }

    public static void Apply(States states, ContractAmended amended) => states.Change<Contract>(amended.ContractId, contract => contract with
    {
        Ceiling = (contract.In(contract.Ceiling) + amended.By).Amount,
        Title = amended.Title ?? contract.Title,
    });

    public static void Apply(States states, ContractSuspended suspended) =>
        states.Change<Contract>(suspended.ContractId, contract => contract with { Suspended = true });

    public static void Apply(States states, ContractResumed resumed) =>
        states.Change<Contract>(resumed.ContractId, contract => contract with { Suspended = false });

    public static void Apply(States states, ContractTerminated terminated) =>
        states.Change<Contract>(terminated.ContractId, contract => contract with { Terminated = true });

    /// <summary>Of the fund's deadlines, only the one for payments is this service's.</summary>
    public static void Apply(States states, DeadlineSet set)
    {
        if (set.Kind == "payment")
            states.Put(FundTerms.Of(states, set.Fund) with { PaymentDeadline = set.On });
    }

    public static void Apply(States states, ManagementCostsAllocated allocated) =>
        states.Put(ManagementCosts.Of(states, allocated.Fund, allocated.Amount.Currency).Allocate(allocated.Amount));
}
