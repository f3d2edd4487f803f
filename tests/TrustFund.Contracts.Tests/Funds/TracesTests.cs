using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Journal;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class TracesTests
{
    [Fact]
    public void Only_the_last_five_certificates_of_a_window_are_kept()
    {
        var scene = new Scene();
        for (var i = 0; i < 7; i++)
            scene.Certify(1m, ("HOA", 1m));

        // Four facts made the fund and its windows.
        Assert.Equal([.. Enumerable.Range(7, 5).Select(sequence => $"00-pledges-{sequence}-01")], scene.Window("HOA").CertificateTraces);
        Assert.Empty(scene.Book.CertificateTraces);
    }

    [Fact]
    public void An_allocation_links_to_the_certificates_and_an_approval_to_both()
    {
        var scene = new Scene();
        scene.Certify(100m);
        scene.Certify(10m, ("HOA", 10m));
        var states = Everything(scene);
        var allocation = scene.Allocation("HOA", 50m);
        Assert.Equal(["00-pledges-5-01"], Decide(allocation, states).Links);

        states.Change<Window>($"{Scene.Fund}/HOA", window => window with { AllocationTraces = ["00-allocation-01"] });

        Assert.Equal(["00-pledges-6-01", "00-allocation-01"], Decide(scene.Approval("HOA", 10m), states).Links);
    }

    [Fact]
    public void A_contract_links_to_its_action_and_a_decommitment_to_its_contract()
    {
        var scene = new Scene();
        scene.Certify(100m, ("HOA", 100m));
        var action = scene.Approve("HOA", 100m);
        var contract = scene.Sign(action, 60m);
        var states = Everything(scene);
        states.Change<TrustFund.Contracts.Actions.FundAction>(action, kept => kept with { TraceParent = "00-action-01" });
        states.Change<Contract>(contract, kept => kept with { TraceParent = "00-contract-01" });

        Assert.Equal(["00-action-01"], Decide(scene.Signature(action, 1m), states).Links);
        Assert.Equal(["00-contract-01"], Decide(scene.Request(contract, 1m), states).Links);
        Assert.NotNull(states.Find<Partner>(Scene.Iom));
    }

    static Decision Decide(Command command, States states) =>
        command.By("fiona", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).Decide(states);

    static States Everything(Scene scene)
    {
        var states = States.Everything();
        foreach (var state in scene.Service.All)
            states.Load(new(state.GetType(), state.Id), state);
        return states;
    }
}
