using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>An action in the books.</summary>
sealed class ActionEntry
{
    public decimal Approved, Contracted;
}

/// <summary>A contract in the books.</summary>
sealed class ContractEntry(ContractSigned signed)
{
    public ContractSigned Signature => signed;

    /// <summary>What it was signed for.</summary>
    public decimal Signed => signed.Amount.Amount;

    /// <summary>Asked back and not concluded; given back by Disbursements; taken off by Contracts, which comes after.</summary>
    public decimal Pending, Granted, Decommitted;

    /// <summary>Authorised and not yet paid; paid.</summary>
    public decimal Reserved, Paid;
}

/// <summary>Allocations, approvals, contracts and decommitments, out of the journals of Contracts and Disbursements.</summary>
sealed class CommitmentBooks(ContributionBooks contributions)
{
    public Dictionary<string, ActionEntry> Actions { get; } = [];

    public Dictionary<string, ContractEntry> Contracts { get; } = [];

    public Escrow Decommitments { get; } = new();

    public void Enter(IFundEvent fact)
    {
        var fund = contributions.Funds[fact.Fund];
        switch (fact)
        {
            case ResourcesAllocated allocated:
                Distribute(fund, new(allocated.Window, allocated.Amount), 1);
                break;
            case ActionApproved approved:
                Assert.Equal(approved.Amount.Amount, approved.Split.Sum(part => part.Amount.Amount));
                Actions.Add(approved.ActionId, new() { Approved = approved.Amount.Amount });
                foreach (var part in approved.Split)
                    fund.Windows[part.Window].Approved += part.Amount.Amount;
                break;
            case ContractSigned signed:
                Assert.True(!(signed.SignedOn > fund.Rules.ContractingDeadline), "A contract is signed after the deadline.");
                Contracts.Add(signed.ContractId, new(signed));
                Actions[signed.ActionId].Contracted += signed.Amount.Amount;
                MustBeWithin(Actions[signed.ActionId]);
                break;
            default:
                Decommit(fund, fact);
                break;
        }
    }

    /// <summary>No window approves more than was certified for it or given to it, and no more is given than the pool has beyond its management costs.</summary>
    public static void MustBeWithinResources(FundEntry fund)
    {
        var pool = fund.Pooled - fund.PoolReleased;
        Assert.True(fund.Distributed >= 0 && fund.Distributed <= pool - fund.Cap(pool), $"{fund.Rules.Fund} allocates {fund.Distributed} out of a pool of {pool}.");
        Assert.Equal(fund.Distributed, fund.Windows.Values.Sum(window => window.Distributed));
        foreach (var (code, window) in fund.Windows)
        {
            var resources = window.Earmarked - window.Released + window.Distributed;
            Assert.True(window.Approved >= 0 && window.Approved <= resources, $"{fund.Rules.Fund}/{code} approves {window.Approved} out of {resources}.");
            var givesWhatItHas = window.Distributed >= 0 && window.TakenBack <= window.Released && window.Released <= window.Earmarked;
            Assert.True(givesWhatItHas, $"{fund.Rules.Fund}/{code} gives back what it has not.");
        }
        var approved = fund.Windows.Values.Sum(window => window.Approved);
        Assert.True(approved <= fund.Certified, $"{fund.Rules.Fund} approves {approved} of {fund.Certified} certified.");
    }

    /// <summary>Paid and reserved stay within what Disbursements has not given back; what Contracts reckons with is never more than that.</summary>
    public static void MustBeWithinCeiling(ContractEntry contract)
    {
        var id = contract.Signature.ContractId;
        var ceiling = contract.Signed - contract.Granted;
        Assert.True(contract is { Reserved: >= 0, Paid: >= 0, Pending: >= 0 } && contract.Reserved + contract.Paid <= ceiling,
            $"{id} pays {contract.Paid} and reserves {contract.Reserved} under a ceiling of {ceiling}.");
        Assert.True(contract.Decommitted <= contract.Granted && contract.Granted <= contract.Decommitted + contract.Pending,
            $"{id} is decommitted by {contract.Decommitted} with {contract.Pending} pending, and {contract.Granted} was granted.");
    }

    void Decommit(FundEntry fund, IFundEvent fact)
    {
        ContractEntry contract;
        switch (fact)
        {
            case DecommitmentRequested requested:
                Decommitments.Ask(requested.RequestId, requested.Amount);
                (contract = Contracts[requested.ContractId]).Pending += requested.Amount.Amount;
                break;
            case DecommitmentGranted granted:
                Decommitments.Grant(granted.RequestId, granted.Amount);
                (contract = Contracts[granted.ContractId]).Granted += granted.Amount.Amount;
                break;
            case DecommitmentRefused refused:
                Assert.True(refused.LargestReleasable < refused.Amount && !refused.LargestReleasable.IsNegative, $"{refused} refuses what it could release.");
                Decommitments.Refuse(refused.RequestId, refused.Amount);
                contract = Contracts[refused.ContractId];
                break;
            case DecommitmentRejected rejected:
                Decommitments.Reject(rejected.RequestId, rejected.Amount);
                (contract = Contracts[rejected.ContractId]).Pending -= rejected.Amount.Amount;
                break;
            case ContractDecommitted decommitted:
                Decommitments.Complete(decommitted.RequestId, decommitted.Amount);
                contract = Contracts[decommitted.ContractId];
                (contract.Decommitted, contract.Pending) = (contract.Decommitted + decommitted.Amount.Amount, contract.Pending - decommitted.Amount.Amount);
                Return(fund, decommitted);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fact), fact, null);
        }
        MustBeWithinCeiling(contract);
    }

    /// <summary>Up to the deadline the action can use it again; after it, it leaves the action, and its window or the pool has it.</summary>
    void Return(FundEntry fund, ContractDecommitted decommitted)
    {
        var afterDeadline = decommitted.DecommittedOn > fund.Rules.ContractingDeadline;
        var fromApproved = decommitted.FromApproved.Sum(part => part.Amount.Amount);
        Assert.Equal(afterDeadline ? "fund" : "action", decommitted.Destination);
        Assert.Equal(afterDeadline ? decommitted.Amount.Amount : 0, fromApproved);
        var action = Actions[decommitted.ActionId];
        (action.Contracted, action.Approved) = (action.Contracted - decommitted.Amount.Amount, action.Approved - fromApproved);
        foreach (var part in decommitted.FromApproved)
            fund.Windows[part.Window].Approved -= part.Amount.Amount;
        foreach (var part in decommitted.ToPool)
            Distribute(fund, part, -1);
        MustBeWithin(action);
    }

    static void Distribute(FundEntry fund, WindowAmount part, int sign)
    {
        fund.Distributed += sign * part.Amount.Amount;
        fund.Windows[part.Window].Distributed += sign * part.Amount.Amount;
    }

    static void MustBeWithin(ActionEntry action) =>
        Assert.True(action.Contracted >= 0 && action.Contracted <= action.Approved, $"Contracts of {action.Contracted} stand under an approval of {action.Approved}.");
}
