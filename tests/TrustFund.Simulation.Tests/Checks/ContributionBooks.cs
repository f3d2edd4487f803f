using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>A fund in the books: what came in, and the facts that limit what goes out.</summary>
sealed class FundEntry(FundEstablished established)
{
    public FundEstablished Rules => established;

    public Currency Currency { get; } = Currency.Of(established.Currency);

    /// <summary>Certified without an earmark, and what Contracts released of it.</summary>
    public decimal Pooled, PoolReleased;

    public decimal Pledged, Certified, Received, Allocated;

    /// <summary>What the Board gave to windows, less what came back.</summary>
    public decimal Distributed;

    /// <summary>Authorised and not yet paid; paid.</summary>
    public decimal Reserved, Paid;

    public Dictionary<string, WindowEntry> Windows { get; } = [];

    /// <summary>The management-cost cap of a pool, rounded half up.</summary>
    public decimal Cap(decimal pool) => Money.Rounded(pool * Rules.ManagementCostCapPercent / 100, Currency).Amount;
}

/// <summary>A window in the books.</summary>
sealed class WindowEntry
{
    /// <summary>Certified for it; released by Contracts; taken back by Pledges, which comes after.</summary>
    public decimal Earmarked, Released, TakenBack;

    /// <summary>Given to it by the Board; approved out of it.</summary>
    public decimal Distributed, Approved;
}

/// <summary>A pledge in the books.</summary>
sealed class PledgeEntry
{
    public decimal Pledged, Certified, Received, Allocated, Reserved;
}

/// <summary>Pledges, certificates, receipts and what donors take back, out of the journals of Pledges and Contracts.</summary>
sealed class ContributionBooks
{
    public Dictionary<string, FundEntry> Funds { get; } = [];

    public Dictionary<string, PledgeEntry> Pledges { get; } = [];

    public Escrow Reductions { get; } = new();

    public void Enter(IFundEvent fact)
    {
        switch (fact)
        {
            case FundEstablished established:
                Funds.Add(established.Fund, new(established));
                break;
            case WindowOpened opened:
                Funds[opened.Fund].Windows.Add(opened.Window, new());
                break;
            case ResourcesReleased released:
                Reductions.Grant(released.RequestId, released.Amount);
                Release(released);
                break;
            case ReleaseRefused refused:
                Assert.True(refused.LargestReleasable < refused.Amount && !refused.LargestReleasable.IsNegative, $"{refused} refuses what it could release.");
                Reductions.Refuse(refused.RequestId, refused.Amount);
                break;
            default:
                Change(fact);
                break;
        }
    }

    void Release(ResourcesReleased released)
    {
        var fund = Funds[released.Fund];
        if (released.Window is null) fund.PoolReleased += released.Amount.Amount;
        else fund.Windows[released.Window].Released += released.Amount.Amount;
    }

    void Change(IFundEvent fact)
    {
        var fund = Funds[fact.Fund];
        PledgeEntry pledge;
        switch (fact)
        {
            case PledgeAnnounced announced:
                Pledges.Add(announced.PledgeId, pledge = new());
                Pledge(fund, pledge, announced.Amount.Amount);
                break;
            case PledgeRaised raised:
                Pledge(fund, pledge = Pledges[raised.PledgeId], raised.By.Amount);
                break;
            case PledgeReduced reduced:
                Pledge(fund, pledge = Pledges[reduced.PledgeId], -reduced.By.Amount);
                break;
            case PledgeCertified certified:
                Certify(fund, pledge = Pledges[certified.PledgeId], certified);
                break;
            case ContributionReceived received:
                Assert.Equal(received.Amount, received.Allocated + received.Unallocated);
                pledge = Pledges[received.PledgeId];
                (pledge.Received, fund.Received) = (pledge.Received + received.Amount.Amount, fund.Received + received.Amount.Amount);
                Allocate(fund, pledge, received.Allocated.Amount);
                break;
            case ContributionAllocated allocated:
                Allocate(fund, pledge = Pledges[allocated.PledgeId], allocated.Amount.Amount);
                break;
            case ReductionRequested requested:
                Reductions.Ask(requested.RequestId, requested.Amount);
                (pledge = Pledges[requested.PledgeId]).Reserved += requested.Amount.Amount;
                break;
            case ReductionCompleted completed:
                Reductions.Complete(completed.RequestId, completed.Amount);
                TakeBack(fund, pledge = Pledges[completed.PledgeId], completed);
                break;
            case ReductionRejected rejected:
                Reductions.Reject(rejected.RequestId, rejected.Amount);
                (pledge = Pledges[rejected.PledgeId]).Reserved -= rejected.Amount.Amount;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(fact), fact, null);
        }
        MustBeAChain(pledge);
    }

    static void Pledge(FundEntry fund, PledgeEntry pledge, decimal amount) =>
        (pledge.Pledged, fund.Pledged) = (pledge.Pledged + amount, fund.Pledged + amount);

    static void Allocate(FundEntry fund, PledgeEntry pledge, decimal amount) =>
        (pledge.Allocated, fund.Allocated) = (pledge.Allocated + amount, fund.Allocated + amount);

    static void Certify(FundEntry fund, PledgeEntry pledge, PledgeCertified certified)
    {
        var amount = certified.Amount.Amount;
        Assert.Equal(amount, certified.Instalments.Sum(instalment => instalment.Amount.Amount));
        (pledge.Certified, fund.Certified, fund.Pooled) = (pledge.Certified + amount, fund.Certified + amount, fund.Pooled + amount);
        foreach (var earmark in certified.Earmarks)
        {
            fund.Windows[earmark.Window].Earmarked += earmark.Amount.Amount;
            fund.Pooled -= earmark.Amount.Amount;
        }
    }

    static void TakeBack(FundEntry fund, PledgeEntry pledge, ReductionCompleted completed)
    {
        var amount = completed.Amount.Amount;
        Pledge(fund, pledge, -amount);
        (pledge.Certified, fund.Certified, pledge.Reserved) = (pledge.Certified - amount, fund.Certified - amount, pledge.Reserved - amount);
        if (completed.Window is not null)
            fund.Windows[completed.Window].TakenBack += amount;
    }

    /// <summary>Received ≤ certified ≤ pledged; what arrived above that, or is asked back, is held and not spent.</summary>
    static void MustBeAChain(PledgeEntry pledge)
    {
        Assert.True(pledge.Certified <= pledge.Pledged, "More is certified than pledged.");
        Assert.True(pledge is { Allocated: >= 0, Reserved: >= 0 } && pledge.Allocated + pledge.Reserved <= pledge.Certified, "More is received than certified.");
        Assert.True(pledge.Allocated <= pledge.Received, "More is allocated than received.");
    }
}
