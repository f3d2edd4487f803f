using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;

namespace TrustFund.Contracts.Tests.Invariants;

/// <summary>What must hold of all rows together, at every instant.</summary>
sealed class Balances(Scene scene)
{
    Dictionary<string, decimal> before = [];

    public void Check(decimal certified, Surroundings disbursements)
    {
        var windows = scene.Service.All.OfType<Window>().ToList();
        var actions = scene.Service.All.OfType<FundAction>().ToList();
        var contracts = scene.Service.All.OfType<Contract>().ToList();
        CheckResources(certified, windows);
        CheckApprovals(windows, actions);
        CheckContracts(windows, actions, contracts, disbursements);
    }

    /// <summary>
    /// A fund, a window and an action each promise no more than they have: what is left of each is never below zero, unless a fact brought it
    /// there; and then no decision takes it further down.
    /// </summary>
    public void CheckNothingFellShort(bool mayFallShort)
    {
        var now = Left().ToDictionary();
        if (!mayFallShort)
            Assert.All(now, left => Assert.True(left.Value >= Math.Min(0, before.GetValueOrDefault(left.Key)), $"{left.Key} has {left.Value} left, {before.GetValueOrDefault(left.Key)} before."));
        before = now;
    }

    IEnumerable<KeyValuePair<string, decimal>> Left()
    {
        var fund = scene.Book;
        yield return new("allocatable", fund.Allocatable().Amount);
        yield return new("management costs", (fund.ManagementCostCap() - fund.Amount(fund.ManagementCosts)).Amount);
        foreach (var window in scene.Service.All.OfType<Window>())
            yield return new(window.Code, window.Available().Amount);
        foreach (var action in scene.Service.All.OfType<FundAction>())
        {
            yield return new(action.Id, action.Remaining().Amount);
            yield return new($"co-financing of {action.Id}", (action.CoFinancingCeiling ?? 0) - action.CoFinanced);
        }
    }

    void CheckResources(decimal certified, List<Window> windows)
    {
        var fund = scene.Availability;
        Assert.Equal(certified, fund.Certified.Amount);
        Assert.Equal(fund.Allocated.Amount, windows.Sum(window => window.Allocated));
        Assert.Equal(
            fund.ManagementCosts.Amount,
            scene.Service.All.OfType<ManagementCostAllocation>().Where(kept => kept.State != ManagementCostState.Reversed).Sum(kept => kept.Amount));
        Assert.All(windows, window => Assert.True(window is { Allocated: >= 0, Approved: >= 0 } && window.Transferable().Amount <= window.Allocated));
        var own = fund.Windows.Sum(window => window.Resources.Amount - window.CrossWindowApproved.Amount);
        Assert.Equal(fund.Certified.Amount, own + fund.CrossWindowApproved.Amount + fund.Unallocated.Amount);
    }

    void CheckApprovals(List<Window> windows, List<FundAction> actions)
    {
        Assert.All(windows, window => Assert.Equal(
            window.Approved, actions.SelectMany(action => action.Split).Where(part => part.Window == window.Code).Sum(part => part.Amount)));
        Assert.All(windows, window => Assert.Equal(
            window.CrossWindowApproved,
            actions.Where(action => action.IsCrossWindow()).SelectMany(action => action.Split).Where(part => part.Window == window.Code).Sum(part => part.Amount)));
        Assert.All(actions, action => Assert.Equal(action.Approved, action.Split.Sum(part => part.Amount)));
        Assert.All(actions, action => Assert.All(action.Split, part => Assert.True(part.Amount >= 0)));
        Assert.All(actions, action => Assert.Equal(action.IsCrossWindow(), action.Split.Count > 1));
        Assert.Equal(scene.Book.CrossWindowApproved, actions.Where(action => action.IsCrossWindow()).Sum(action => action.Approved));
    }

    void CheckContracts(List<Window> windows, List<FundAction> actions, List<Contract> contracts, Surroundings disbursements)
    {
        Assert.All(actions, action => Assert.Equal(
            (action.Contracted, action.Decommitted, action.CoFinanced),
            (contracts.Where(contract => contract.ActionId == action.Id).Sum(contract => contract.Contracted),
                contracts.Where(contract => contract.ActionId == action.Id).Sum(contract => contract.Decommitted),
                contracts.Where(contract => contract.ActionId == action.Id).Sum(contract => contract.CoFinanced()))));
        Assert.All(contracts, contract => Assert.Equal(contract.Original + contract.Raised, contract.Contracted + contract.Decommitted));
        Assert.All(contracts, contract => Assert.InRange(contract.Pending, 0, contract.Contracted));
        Assert.All(contracts, contract => Assert.True(scene.Paid(contract.Id) <= contract.Contracted));
        Assert.All(disbursements.Contracts, known => Assert.True(known.Value.Ceiling <= scene.Contract(known.Key).Contracted));
        Assert.All(windows, window => Assert.Equal(
            window.Contracted, contracts.Where(contract => contract.WindowCode == window.Code).Sum(contract => contract.Contracted)));
        Assert.Equal(scene.Book.CrossWindowContracted, contracts.Where(contract => contract.WindowCode is null).Sum(contract => contract.Contracted));
        Assert.Equal(scene.Book.Contracted, contracts.Sum(contract => contract.Contracted));
        Assert.Equal(scene.FundBalances.Total.Contracted.Amount, contracts.Sum(contract => contract.Contracted));
        Assert.Equal(scene.FundBalances.Total.Paid.Amount, contracts.Sum(contract => scene.Paid(contract.Id)));
    }
}
