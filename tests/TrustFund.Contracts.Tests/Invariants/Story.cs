using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Tests.Invariants;

/// <summary>A fund's life out of random steps. A command at the edge must be accepted, and one cent beyond it refused.</summary>
sealed class Story(Scene scene)
{
    static readonly string[] Codes = ["HOA", "NOA", "SLC"];
    readonly Surroundings disbursements = new(scene);
    decimal certified;

    public void Tell(Step step)
    {
        var window = Codes[step.Which % 3];
        var cents = step.Cents / 100m;
        switch (step.What)
        {
            case Happening.Certify: Certify(4 * cents); break;
            case Happening.CertifyEarmarked: Certify(3 * cents, (window, 2 * cents)); break;
            case Happening.Allocate: Command(step, scene.Book.Allocatable(), amount => scene.Allocation(window, amount), "insufficient-pool"); break;
            case Happening.Approve: Command(step, scene.Window(window).Available(), amount => scene.Approval(window, amount), "insufficient-availability"); break;
            case Happening.ApproveAcrossWindows: Across(step); break;
            case Happening.Sign: Sign(step); break;
            case Happening.AskForDecommitment: AskForDecommitment(step); break;
            case Happening.AskBackFromPool: AskBack(step, null, scene.Book.LargestReleasable()); break;
            case Happening.AskBackFromWindow: AskBack(step, window, scene.Window(window).LargestReleasable()); break;
            case Happening.DisbursementsReads: disbursements.Read(step.Other % 8); break;
            case Happening.DisbursementsPays: disbursements.Pay(step.Which, step.Cents / 3 / 100m); break;
            case Happening.DisbursementsIsHeard: disbursements.Deliver(step.Other % 4); break;
            default: throw new ArgumentOutOfRangeException(nameof(step), step.What, null);
        }
    }

    public void CheckInvariants()
    {
        var windows = scene.Service.All.OfType<Window>().ToList();
        var actions = scene.Service.All.OfType<FundAction>().ToList();
        var contracts = scene.Service.All.OfType<Contract>().ToList();
        CheckResources(windows);
        CheckApprovals(windows, actions);
        CheckContracts(windows, actions, contracts);
    }

    void CheckResources(List<Window> windows)
    {
        var fund = scene.Availability;
        Assert.Equal(certified, fund.Certified.Amount);
        Assert.Equal(fund.Allocated.Amount, windows.Sum(window => window.Allocated));
        Assert.False(fund.Allocatable.IsNegative);
        Assert.All(windows, window => Assert.True(window is { Earmarked: >= 0, Allocated: >= 0, Approved: >= 0 }));
        Assert.All(windows, window => Assert.True(window.Approved <= window.Earmarked + window.Allocated));
        var own = fund.Windows.Sum(window => window.Resources.Amount - window.CrossWindowApproved.Amount);
        Assert.Equal(fund.Certified.Amount, own + fund.CrossWindowApproved.Amount + fund.Unallocated.Amount);
    }

    void CheckApprovals(List<Window> windows, List<FundAction> actions)
    {
        Assert.All(windows, window => Assert.Equal(
            window.Approved, actions.SelectMany(action => action.Split).Where(part => part.Window == window.Code).Sum(part => part.Amount)));
        Assert.All(actions, action => Assert.Equal(action.Approved, action.Split.Sum(part => part.Amount)));
        Assert.All(actions, action => Assert.All(action.Split, part => Assert.True(part.Amount >= 0)));
        Assert.Equal(scene.Book.CrossWindowApproved, actions.Where(action => action.IsCrossWindow()).Sum(action => action.Approved));
    }

    void CheckContracts(List<Window> windows, List<FundAction> actions, List<Contract> contracts)
    {
        Assert.All(actions, action => Assert.True(action.Contracted <= action.Approved && action.Approved <= action.Original));
        Assert.All(actions, action => Assert.Equal(
            action.Contracted, contracts.Where(contract => contract.ActionId == action.Id).Sum(contract => contract.Contracted)));
        Assert.All(contracts, contract => Assert.Equal(contract.Original, contract.Contracted + contract.Decommitted));
        Assert.All(contracts, contract => Assert.InRange(contract.Pending, 0, contract.Contracted));
        Assert.All(contracts, contract => Assert.True(scene.Paid(contract.Id) <= contract.Contracted));
        Assert.All(disbursements.Contracts, known => Assert.True(known.Value.Ceiling <= scene.Contract(known.Key).Contracted));
        Assert.All(windows, window => Assert.Equal(
            window.Contracted, contracts.Where(contract => contract.WindowCode == window.Code).Sum(contract => contract.Contracted)));
        Assert.Equal(scene.Book.CrossWindowContracted, contracts.Where(contract => contract.WindowCode is null).Sum(contract => contract.Contracted));
        Assert.Equal(scene.StateOfPlay.Total.Contracted.Amount, contracts.Sum(contract => contract.Contracted));
        Assert.Equal(scene.StateOfPlay.Total.Paid.Amount, contracts.Sum(contract => scene.Paid(contract.Id)));
    }

    void Certify(decimal amount, params (string, decimal)[] earmarks)
    {
        if (amount == 0)
            return;
        scene.Certify(amount, earmarks);
        certified += amount;
    }

    void Across(Step step)
    {
        var (first, second) = (Codes[step.Which % 3], Codes[(step.Which + 1 + step.Other % 2) % 3]);
        var share = step.Cents / 100m;
        if (share == 0)
            return;
        Command(step, scene.Window(first).Available(), amount => scene.CrossWindowApproval(amount + share, (first, amount), (second, share)),
            "insufficient-availability", secondMayFail: scene.Window(second).Available().Amount < share);
    }

    void Sign(Step step)
    {
        var actions = scene.Service.All.OfType<FundAction>().OrderBy(action => action.Id, StringComparer.Ordinal).ToList();
        if (actions.Count == 0)
            return;
        var action = actions[step.Which % actions.Count];
        Command(step, action.Remaining(), amount => scene.Signature(action.Id, amount), "exceeds-action");
    }

    void AskForDecommitment(Step step)
    {
        var contracts = scene.Service.All.OfType<Contract>().OrderBy(contract => contract.Id, StringComparer.Ordinal).ToList();
        if (contracts.Count == 0)
            return;
        var contract = contracts[step.Which % contracts.Count];
        var left = contract.Amount(contract.Contracted - contract.Pending - scene.Paid(contract.Id));
        var on = step.Other % 2 == 0 ? Scene.Deadline : Scene.Deadline.AddDays(1);
        Command(step, left, amount => scene.Request(contract.Id, amount, on), "exceeds-contract");
    }

    void AskBack(Step step, string? window, Money largest)
    {
        var amount = AmountOf(step, largest.Amount);
        if (amount <= 0)
            return;
        var answer = scene.AskBack(amount, window);
        if (amount > largest.Amount)
            Assert.Equal(largest, Assert.IsType<ReleaseRefused>(answer).LargestReleasable);
        else
            certified -= Assert.IsType<ResourcesReleased>(answer).Amount.Amount;
    }

    void Command(Step step, Money largest, Func<decimal, Command> command, string code, bool secondMayFail = false)
    {
        var amount = AmountOf(step, largest.Amount);
        if (amount <= 0)
            return;
        var before = scene.Service.Journal.Count;
        var refusal = scene.Service.Execute(command(amount));
        Assert.Equal(amount > largest.Amount || secondMayFail ? code : null, refusal?.Code);
        Assert.Equal(refusal is null ? 1 : 0, scene.Service.Journal.Count - before);
    }

    static decimal AmountOf(Step step, decimal largest) => step.Asked switch
    {
        Asked.TheLargestPossible => largest,
        Asked.OneCentMoreThanPossible => largest + 0.01m,
        _ => step.Cents / 100m,
    };
}
