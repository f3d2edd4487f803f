namespace TrustFund.Contracts.Tests.Funds;

public sealed class AvailabilityTests
{
    [Fact]
    public void Windows_cross_window_and_unallocated_are_the_fund()
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 200m), ("NOA", 100m));
        scene.Allocate("SLC", 500m);
        scene.Approve("HOA", 120m);
        scene.ApproveAcross(("HOA", 30m), ("SLC", 50m));

        var fund = scene.Availability;

        Assert.Equal(
            (1_000m, 700m, 35m, 500m, 200m, 165m, 80m),
            (fund.Certified.Amount, fund.Pool.Amount, fund.ManagementCostCap.Amount, fund.Allocated.Amount, fund.Unallocated.Amount,
                fund.Allocatable.Amount, fund.CrossWindowApproved.Amount));
        Assert.Equal([50m, 100m, 450m], fund.Windows.Select(window => window.Available.Amount));
        Assert.Equal([150m, 0m, 50m], fund.Windows.Select(window => window.Approved.Amount));
        var windows = fund.Windows.Sum(window => window.Resources.Amount - window.CrossWindowApproved.Amount);
        Assert.Equal(fund.Certified.Amount, windows + fund.CrossWindowApproved.Amount + fund.Unallocated.Amount);
    }
}
