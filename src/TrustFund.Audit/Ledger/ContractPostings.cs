using TrustFund.Audit.Dimensions;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using static TrustFund.Audit.Ledger.Lines;
using static TrustFund.Audit.Ledger.MemorandumAccounts;

namespace TrustFund.Audit.Ledger;

/// <summary>
/// What the facts of Contracts come to: all of it memorandum, for nothing is paid by a signature. What a fact leaves to earlier facts of
/// Contracts (a contract's window, whether an action spans windows) is looked up in what those said.
/// </summary>
static class ContractPostings
{
    public static IEnumerable<Posting> Of(States states, IFundEvent fact) => fact switch
    {
        ResourcesAllocated e => Raise(Allocated, e.Amount, new() { Window = e.Window, DocumentId = e.AllocationId }),
        AllocationReversed e => Raise(Allocated, -e.Amount, new() { Window = e.Window, DocumentId = e.AllocationId }),
        // One atomic pair: what one window loses the other has.
        ResourcesTransferred e =>
        [
            Line(Allocated, -e.Amount, new() { Window = e.From, DocumentId = e.TransferId }),
            Line(Allocated, e.Amount, new() { Window = e.To, DocumentId = e.TransferId }),
        ],
        ManagementCostsAllocated e => Raise(ForManagement, e.Amount, new() { DocumentId = e.AllocationId }),
        ManagementCostAllocationReversed e => Raise(ForManagement, -e.Amount, new() { DocumentId = e.AllocationId }),
        ActionApproved e => Approve(e.Split, e.ActionId, e.ActionId, e.CrossWindow, documents: 1),
        RiderApproved e => Approve(e.Parts, e.ActionId, e.RiderId, e.CrossWindow),
        ActionClosed e => Unapprove(states, e.FromApproved, e.ToPool, e.ActionId, e.ActionId),
        ContractSigned e => Raise(
            Contracted, e.Amount, Of(e.ActionId, e.ContractId, e.ContractId, e.Window, e.Partner), documents: 1),
        ContractAmended e => Raise(
            Contracted, e.By, Of(e.ActionId, e.ContractId, e.AmendmentId, e.Window, states.Find<ContractFacts>(e.ContractId)?.Partner)),
        ContractDecommitted e => Decommit(states, e),
        _ => [],
    };

    static About Of(string action, string contract, string document, string? window, string? partner) => new()
    {
        ActionId = action,
        ContractId = contract,
        DocumentId = document,
        Window = window,
        CrossWindow = window is null,
        Partner = partner,
    };

    static IEnumerable<Posting> Approve(IReadOnlyList<WindowAmount> parts, string action, string document, bool crossWindow, int documents = 0) =>
        parts.SelectMany((part, index) => Raise(
            Approved,
            part.Amount,
            new() { ActionId = action, DocumentId = document, Window = part.Window, CrossWindow = crossWindow },
            // An action is one document, however many windows pay for it.
            index == 0 ? documents : 0));

    static IEnumerable<Posting> Unapprove(
        States states, IReadOnlyList<WindowAmount> fromApproved, IReadOnlyList<WindowAmount> toPool, string action, string document)
    {
        var crossWindow = states.Find<ActionFacts>(action)?.CrossWindow ?? false;
        return Approve([.. fromApproved.Select(Negative)], action, document, crossWindow)
            .Concat(toPool.SelectMany(part => Raise(Allocated, -part.Amount, new() { ActionId = action, DocumentId = document, Window = part.Window })));
    }

    static IEnumerable<Posting> Decommit(States states, ContractDecommitted e)
    {
        var contract = states.Find<ContractFacts>(e.ContractId);
        return Raise(Contracted, -e.Amount, Of(e.ActionId, e.ContractId, e.RequestId, contract?.WindowCode, contract?.Partner))
            .Concat(Unapprove(states, e.FromApproved, e.ToPool, e.ActionId, e.RequestId));
    }

    static WindowAmount Negative(WindowAmount part) => part with { Amount = -part.Amount };
}
