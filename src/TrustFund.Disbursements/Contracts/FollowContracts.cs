using TrustFund.Events.Contracts.V1;

namespace TrustFund.Disbursements.Contracts;

/// <summary>What the journal of Contracts adds: contracts to be paid.</summary>
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
    }
}
