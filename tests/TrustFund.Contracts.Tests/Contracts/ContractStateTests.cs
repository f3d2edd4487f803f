using TrustFund.Contracts.Contracts;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Contracts;

public sealed class ContractStateTests
{
    [Fact]
    public void A_contract_is_suspended_and_resumed_and_terminated_for_good()
    {
        var scene = Signed(out var contract);

        Assert.IsType<ContractSuspended>(Assert.Single(scene.Service.Accept(Scene.Change(contract, ContractState.Suspended))));
        Assert.Equal((ContractState.Suspended, Scene.Day, "Force majeure"), (scene.Contract(contract).State, scene.Contract(contract).StateSince!.Value, scene.Contract(contract).StateReason));
        Assert.IsType<ContractResumed>(Assert.Single(scene.Service.Accept(Scene.Change(contract, ContractState.Active, Scene.Day.AddDays(1)))));
        Assert.Equal(ContractState.Active, scene.Contract(contract).State);
        Assert.IsType<ContractTerminated>(Assert.Single(scene.Service.Accept(Scene.Change(contract, ContractState.Terminated, Scene.Day.AddDays(2)))));
        Assert.Equal((ContractState.Terminated, 60m), (scene.Contract(contract).State, scene.Contract(contract).Contracted));

        foreach (var to in Enum.GetValues<ContractState>())
            scene.Service.AssertRefused(Scene.Change(contract, to, Scene.Day.AddDays(3)), 409, "contract-terminated", null);
        scene.Service.AssertRefused(scene.Amendment(contract, 1m) with { AmendedOn = Scene.Day.AddDays(3) }, 409, "contract-terminated", null);
    }

    [Fact]
    public void What_is_unpaid_of_a_terminated_contract_can_be_decommitted()
    {
        var scene = Signed(out var contract);
        scene.Pay(contract, 10m);
        scene.Service.Accept(Scene.Change(contract, ContractState.Terminated));

        scene.Grant(scene.Ask(contract, 50m));

        Assert.Equal(10m, scene.Contract(contract).Contracted);
    }

    [Fact]
    public void A_contract_becomes_nothing_that_it_is()
    {
        var scene = Signed(out var contract);

        scene.Service.AssertRefused(Scene.Change(contract, ContractState.Active), 409, "contract-active", null);
        scene.Service.Accept(Scene.Change(contract, ContractState.Suspended));
        scene.Service.AssertRefused(Scene.Change(contract, ContractState.Suspended), 409, "contract-suspended", null);
        Assert.Null(scene.Service.Execute(Scene.Change(contract, ContractState.Terminated)));
    }

    [Fact]
    public void A_change_needs_its_contract_and_a_date_in_order()
    {
        var scene = Signed(out var contract);
        var good = Scene.Change(contract, ContractState.Suspended);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ContractId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { On = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "on");
        scene.Service.AssertRefused(good with { On = new(2026, 2, 1) }, 422, "date-in-the-future", "on");
        scene.Service.Accept(good with { On = Scene.Day.AddDays(5) });
        scene.Service.AssertRefused(Scene.Change(contract, ContractState.Active, Scene.Day.AddDays(4)), 422, "date-out-of-order", "on");
    }

    static Scene Signed(out string contract)
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 1_000m));
        contract = scene.Sign(scene.Approve("HOA", 100m), 60m);
        return scene;
    }
}
