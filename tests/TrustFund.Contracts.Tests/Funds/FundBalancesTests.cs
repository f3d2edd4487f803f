using TrustFund.Contracts.Funds;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class FundBalancesTests
{
    const decimal Million = 1_000_000m;

    /// <summary>The state of play published on 2018-10-16; how the four cross-window actions split over the windows is assumed.</summary>
    [Fact]
    public void The_published_state_of_play_of_16_October_2018_comes_out_exactly()
    {
        var scene = new Scene();
        scene.Certify(3_700 * Million);
        foreach (var window in (string[])["HOA", "NOA", "SLC"])
            scene.Allocate(window, 1_150 * Million);
        scene.Certify(400 * Million, ("SLC", 400 * Million));

        Book(scene, scene.Approve("HOA", 1_101.3m * Million), 705 * Million, 278 * Million);
        Book(scene, scene.Approve("NOA", 447.1m * Million), 267 * Million, 106 * Million);
        Book(scene, scene.Approve("SLC", 1_463.9m * Million), 1_078 * Million, 502 * Million);
        Book(scene, scene.ApproveAcross(("HOA", 40 * Million), ("NOA", 20 * Million), ("SLC", 85.1m * Million)), 10 * Million, 3 * Million);

        var balances = scene.FundBalances;

        Assert.Equal(
            [Row("HOA", 1_141.3m, 705, 278), Row("NOA", 467.1m, 267, 106), Row("SLC", 1_549m, 1_078, 502)],
            balances.Windows);
        Assert.Equal(new(Millions(145.1m), Millions(10), Millions(3)), balances.CrossWindow);
        Assert.Equal(new(Millions(3_157.4m), Millions(2_060), Millions(889), Millions(1_097.4m), Millions(1_171)), balances.Total);
    }

    [Fact]
    public void Windows_stand_in_the_order_they_were_opened()
    {
        var scene = new Scene(windows: ["SLC", "HOA", "NOA"]);

        Assert.Equal(["SLC", "HOA", "NOA"], scene.FundBalances.Windows.Select(window => window.Window));
    }

    [Fact]
    public void A_fund_without_windows_has_balances_of_nothing()
    {
        var fund = new Scene().Book;

        var balances = FundBalancesView.Of(new(fund, [], 0));

        Assert.Empty(balances.Windows);
        Assert.Equal(Money.Euros(0m), balances.Total.Approved);
    }

    static void Book(Scene scene, string action, decimal contracted, decimal paid) => scene.Pay(scene.Sign(action, contracted), paid);

    static WindowBalances Row(string window, decimal approved, decimal contracted, decimal paid) =>
        new(window, $"Window {window}", Millions(approved), Millions(contracted), Millions(paid));

    static Money Millions(decimal amount) => Money.Euros(amount * Million);
}
