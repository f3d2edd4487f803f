using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// The books of somebody who sees every service's journal at once, the moment a fact is recorded: added up from the facts alone, without
/// any service's own arithmetic. Beside them, for each service, the same as far as that service has heard.
/// </summary>
sealed class Books
{
    readonly Dictionary<(string Source, long Sequence), IReadOnlyList<Posting>> postings = [];
    readonly Dictionary<string, Heard> heard = [];
    readonly HashSet<string> touched = [];
    readonly Corrections corrections = new();
    readonly Payments payments = new();

    public Ledger Ledger { get; } = new();

    public Remembered Remembered { get; } = new();

    public Escrow Reductions { get; } = new();

    public Escrow Decommitments { get; } = new();

    public Escrow ManagementCosts { get; } = new();

    public Refunds Refunds { get; } = new();

    public Periods Periods { get; } = new();

    public Ledger KnownTo(Node node) => HeardBy(node).Ledger;

    /// <summary>A service has decided: its facts are recorded together.</summary>
    public void Record(Node node, IReadOnlyList<Recorded> decision)
    {
        foreach (var recorded in decision)
            Record(node, recorded);
        foreach (var recorded in decision)
        {
            HeardBy(node).MustAllow(recorded.Event);
            Attribution.MustAddUp(recorded.Event, KnownTo(node), Remembered);
        }
    }

    void Record(Node node, Recorded recorded)
    {
        var fact = recorded.Event;
        Remembered.Enter(fact);
        IReadOnlyList<Posting> lines =
        [
            .. ContributionPostings.For(fact, Remembered),
            .. CommitmentPostings.For(fact, Remembered),
            .. PaymentPostings.For(fact, Remembered),
            .. PaymentPostings.Attribution(fact, Remembered),
            .. LeveragePostings.For(fact),
        ];
        postings.Add((recorded.Source, recorded.Sequence), lines);
        Ledger.Enter(lines);
        touched.UnionWith(lines.Where(line => line.Figure is not (Of.Brought or Of.Used or Of.Given or Of.GivenBack)).Select(line => line.Id));
        Escrows(fact);
        Refunds.Enter(recorded);
        Periods.Enter(recorded);
        corrections.Enter(fact);
        payments.Enter(recorded);
        MustFollowTheRules(fact);
        HeardBy(node).Enter(fact, lines);
    }

    /// <summary>A service has heard another's fact.</summary>
    public void Hear(Node node, Recorded followed) => HeardBy(node).Enter(followed.Event, postings[(followed.Source, followed.Sequence)]);

    /// <summary>A service has forgotten what it heard last: it knows its own facts, and of others' what its cursors say.</summary>
    public void Forget(World world, Node node)
    {
        heard.Remove(node.Name);
        foreach (var (source, sequence) in node.Cursors)
        {
            foreach (var followed in world[source].After(0, (int)sequence))
                Hear(node, followed);
        }
        foreach (var own in node.Service.Journal)
            HeardBy(node).Enter(own.Event, postings[(own.Source, own.Sequence)]);
    }

    /// <summary>Whatever was recorded since the last time leaves the invariants of the business unbroken, over all services.</summary>
    public void MustBalance()
    {
        Invariants.MustHold(Ledger, Remembered, touched);
        touched.Clear();
    }

    Heard HeardBy(Node node)
    {
        if (!heard.TryGetValue(node.Name, out var kept))
            heard[node.Name] = kept = new(Remembered);
        return kept;
    }

    void Escrows(IFundEvent fact)
    {
        switch (fact)
        {
            case ReductionRequested e: Reductions.Ask(e.RequestId, e.Amount); break;
            case ResourcesReleased e when Reductions.Knows(e.RequestId): Reductions.Grant(e.RequestId, e.Amount); break;
            case ReleaseRefused e when Reductions.Knows(e.RequestId): Reductions.Refuse(e.RequestId, e.Amount, e.LargestReleasable); break;
            case ReductionCompleted e: Reductions.Complete(e.RequestId, e.Amount); break;
            case ReductionRejected e: Reductions.Reject(e.RequestId, e.Amount); break;
            case DecommitmentRequested e: Decommitments.Ask(e.RequestId, e.Amount); break;
            case DecommitmentGranted e: Decommitments.Grant(e.RequestId, e.Amount); break;
            case DecommitmentRefused e: Decommitments.Refuse(e.RequestId, e.Amount, e.LargestReleasable); break;
            case ContractDecommitted e: Decommitments.Complete(e.RequestId, e.Amount); break;
            case DecommitmentRejected e: Decommitments.Reject(e.RequestId, e.Amount); break;
            case ManagementCostReversalRequested e: ManagementCosts.Ask(e.AllocationId, e.Amount); break;
            case ManagementCostsReleased e: ManagementCosts.Grant(e.AllocationId, e.Amount); break;
            case ManagementCostReleaseRefused e: ManagementCosts.Refuse(e.AllocationId, e.Amount, e.LargestReleasable); break;
            case ManagementCostAllocationReversed e: ManagementCosts.Complete(e.AllocationId, e.Amount); break;
            case ManagementCostReversalRejected e: ManagementCosts.Reject(e.AllocationId, e.Amount); break;
            default: break;
        }
        // A refund's release is no reduction's: `Refunds` follows it.
        if (fact is ResourcesReleased { RequestId: var released } && !Reductions.Knows(released))
            Assert.True(Refunds.Knows(released), $"{released} was never asked for.");
    }

    void MustFollowTheRules(IFundEvent fact)
    {
        switch (fact)
        {
            case PledgeCertified e:
                Assert.Equal((e.Original ?? e.Amount).Amount, e.Instalments.Sum(instalment => instalment.Amount.Amount));
                break;
            case ActionApproved e:
                Assert.Equal(e.Amount.Amount, e.Split.Sum(part => part.Amount.Amount));
                break;
            case RiderApproved e:
                Assert.Equal(e.By.Amount, e.Parts.Sum(part => part.Amount.Amount));
                break;
            case ContractSigned { Imported: false } e:
                Assert.False(e.SignedOn > Remembered.ContractingDeadlines[e.Fund], "A contract is signed after the deadline.");
                break;
            case ContractAmended { By.IsPositive: true } e:
                Assert.False(e.AmendedOn > Remembered.ContractingDeadlines[e.Fund], "A contract is raised after the deadline.");
                break;
            case RecoveryWaived or RecoveryOffset:
                Assert.False(Remembered.OrderChange.Excess > 0, $"{fact} is more than its order has open.");
                break;
            case ActionClosed e:
                Assert.Equal(e.Released.Amount, e.FromApproved.Sum(part => part.Amount.Amount));
                break;
            case ContractDecommitted e:
                // Up to the deadline the action can use it again, unless it was closed after an earlier one.
                Assert.Equal(e.DecommittedOn > Remembered.ContractingDeadlines[e.Fund] || Remembered.ClosedActions.Contains(e.ActionId) ? "fund" : "action", e.Destination);
                Assert.True(e.FromApproved.Sum(part => part.Amount.Amount) <= e.Amount.Amount && (e.Destination == "fund" || e.FromApproved.Count == 0));
                break;
            default:
                break;
        }
    }
}
