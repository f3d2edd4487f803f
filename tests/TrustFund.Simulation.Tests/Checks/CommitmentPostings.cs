using TrustFund.Events.Contracts.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>What the facts of Contracts change.</summary>
static class CommitmentPostings
{
    public static IEnumerable<Posting> For(IFundEvent fact, Remembered remembered) => fact switch
    {
        ResourcesReleased e => [new(Resources, ContributionPostings.PotOf(e.Fund, e.Window), -e.Amount.Amount)],
        ResourcesAllocated e => Distribute(e.Fund, e.Window, e.Amount.Amount),
        AllocationReversed e => Distribute(e.Fund, e.Window, -e.Amount.Amount),
        ResourcesTransferred e => [.. Distribute(e.Fund, e.From, -e.Amount.Amount), .. Distribute(e.Fund, e.To, e.Amount.Amount)],
        ManagementCostsAllocated e => [new(SetApart, e.Fund, e.Amount.Amount), new(CostsAllowed, e.Fund, e.Amount.Amount)],
        ManagementCostAllocationReversed e => [new(SetApart, e.Fund, -e.Amount.Amount)],
        ActionApproved e => Approve(e.Fund, e.ActionId, e.CrossWindow, e.Split, 1),
        RiderApproved e => Approve(e.Fund, e.ActionId, e.CrossWindow, e.Parts, 1),
        ActionClosed e => [.. Approve(e.Fund, e.ActionId, remembered.Actions[e.ActionId].CrossWindow, e.FromApproved, -1), .. Undistribute(e.Fund, e.ToPool)],
        ContractSigned e => [
            .. Contract(e.Fund, e.ActionId, e.ContractId, e.Window, e.Amount.Amount),
            new(Ceiling, e.ContractId, e.Amount.Amount),
            new(Imported, e.ActionId, e.Imported ? e.Amount.Amount : 0),
            new(CoFinanced, e.ActionId, e.CoFinancing?.Sum(part => part.Amount.Amount) ?? 0)],
        ContractAmended e => [
            .. Contract(e.Fund, e.ActionId, e.ContractId, e.Window, e.By.Amount),
            new(Ceiling, e.ContractId, e.By.Amount),
            new(CoFinanced, e.ActionId, remembered.CoFinancingChange(e))],
        DecommitmentRequested e => [new(Pending, e.ContractId, e.Amount.Amount)],
        DecommitmentRejected e => [new(Pending, e.ContractId, -e.Amount.Amount)],
        ContractDecommitted e => [
            new(Pending, e.ContractId, -e.Amount.Amount),
            new(Decommitted, e.ContractId, e.Amount.Amount),
            new(Decommitted, e.ActionId, e.Amount.Amount),
            .. Contract(e.Fund, e.ActionId, e.ContractId, remembered.Contracts[e.ContractId].Window, -e.Amount.Amount),
            .. Approve(e.Fund, e.ActionId, remembered.Actions[e.ActionId].CrossWindow, e.FromApproved, -1),
            .. Undistribute(e.Fund, e.ToPool)],
        _ => [],
    };

    static IEnumerable<Posting> Distribute(string fund, string window, decimal amount) =>
        [new(Distributed, fund, amount), new(Distributed, $"{fund}/{window}", amount)];

    static IEnumerable<Posting> Undistribute(string fund, IReadOnlyList<WindowAmount> toPool) =>
        toPool.SelectMany(part => Distribute(fund, part.Window, -part.Amount.Amount));

    static IEnumerable<Posting> Approve(string fund, string action, bool across, IReadOnlyList<WindowAmount> parts, int sign)
    {
        foreach (var part in parts)
        {
            var amount = sign * part.Amount.Amount;
            yield return new(Approved, action, amount);
            yield return new(Approved, $"{fund}/{part.Window}", amount);
            yield return new(Approved, fund, amount);
            yield return new(ApprovedAcross, $"{fund}/{part.Window}", across ? amount : 0);
            yield return new(ApprovedAcross, fund, across ? amount : 0);
        }
    }

    static IEnumerable<Posting> Contract(string fund, string action, string contract, string? window, decimal amount) =>
    [
        new(Contracted, contract, amount),
        new(Contracted, action, amount),
        new(Contracted, fund, amount),
        window is null ? new(ContractedAcross, fund, amount) : new(Contracted, $"{fund}/{window}", amount),
    ];
}
