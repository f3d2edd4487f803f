using TrustFund.Contracts.Decommitments;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Contracts.Tests.Decommitments;

public sealed class DecommitmentTests
{
    static readonly DateOnly Late = Scene.Deadline.AddDays(1);

    [Fact]
    public void A_request_waits_for_disbursements_and_holds_the_amount()
    {
        var scene = Signed(10_000m, out _, out var contract);

        var request = scene.Ask(contract, 2_000m);

        Assert.Equal(DecommitmentState.Pending, scene.Decommitment(request).State);
        Assert.Equal((10_000m, 2_000m), (scene.Contract(contract).Contracted, scene.Contract(contract).Pending));
    }

    [Fact]
    public void More_than_the_contract_has_left_is_refused_at_once()
    {
        var scene = Signed(100m, out _, out var contract);
        scene.Pay(contract, 30m);
        scene.Ask(contract, 20m);

        var refusal = scene.Service.AssertRefused(scene.Request(contract, 50.01m), 422, "exceeds-contract", "amount");

        Assert.Equal(
            "50.01 EUR is more than the 50.00 EUR the contract has left: it stands at 100.00 EUR, of which 30.00 EUR is paid and 20.00 EUR "
            + "already asked to be decommitted.",
            refusal.Detail);
        Assert.Null(scene.Service.Execute(scene.Request(contract, 50m)));
    }

    [Fact]
    public void A_request_needs_its_funds_contract_its_currency_and_a_date_between_signature_and_today()
    {
        var scene = Signed(100m, out _, out var contract);
        var good = scene.Request(contract, 1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ContractId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        scene.Service.AssertRefused(good with { RequestedOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "requestedOn");
        scene.Service.AssertRefused(good with { RequestedOn = new(2026, 2, 1) }, 422, "date-in-the-future", "requestedOn");
    }

    [Fact]
    public void Up_to_the_deadline_the_action_can_contract_the_amount_again()
    {
        var scene = Signed(10_000m, out var action, out var contract);

        var fact = scene.Grant(scene.Ask(contract, 2_000m, Scene.Deadline));

        Assert.Equal("action", fact.Destination);
        Assert.Empty(fact.FromApproved);
        Assert.Empty(fact.ToPool);
        Assert.Equal((8_000m, 2_000m, 0m), (scene.Contract(contract).Contracted, scene.Contract(contract).Decommitted, scene.Contract(contract).Pending));
        Assert.Equal((10_000m, 8_000m, 2_000m), (scene.Action(action).Approved, scene.Action(action).Contracted, scene.Action(action).Decommitted));
        Assert.Equal((DecommitmentState.Completed, "action"), (scene.Decommitment(fact.RequestId).State, scene.Decommitment(fact.RequestId).Destination));
        Assert.Null(scene.Service.Execute(scene.Signature(action, 2_000m)));
    }

    [Fact]
    public void After_the_deadline_an_earmarked_amount_stays_with_its_window()
    {
        var scene = Signed(10_000m, out var action, out var contract);

        var fact = scene.Grant(scene.Ask(contract, 2_000m, Late));

        Assert.Equal(("fund", Late), (fact.Destination, fact.DecommittedOn));
        Assert.Equal([new WindowAmount("HOA", Money.Euros(2_000m))], fact.FromApproved);
        Assert.Empty(fact.ToPool);
        Assert.Equal((8_000m, 8_000m), (scene.Action(action).Approved, scene.Action(action).Contracted));
        Assert.Equal(2_000m, scene.Window("HOA").Available().Amount);
    }

    [Fact]
    public void After_the_deadline_what_was_allocated_returns_to_the_pool_first()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(1_000m, ("HOA", 900m));
        scene.Allocate("HOA", 100m);
        var contract = scene.Sign(scene.Approve("HOA", 1_000m), 1_000m);

        var fact = scene.Grant(scene.Ask(contract, 150m, Late));

        Assert.Equal([new WindowAmount("HOA", Money.Euros(100m))], fact.ToPool);
        Assert.Equal((0m, 850m, 50m), (scene.Window("HOA").Allocated, scene.Window("HOA").Approved, scene.Window("HOA").Available().Amount));
        Assert.Equal((0m, 100m), (scene.Book.Allocated, scene.Availability.Allocatable.Amount));
    }

    [Fact]
    public void After_the_deadline_each_window_of_a_cross_window_action_gives_its_share_by_largest_remainder()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 100m), ("NOA", 100m), ("SLC", 100m));
        var action = scene.ApproveAcross(("HOA", 50m), ("NOA", 50m), ("SLC", 50m));
        var contract = scene.Sign(action, 150m);

        var fact = scene.Grant(scene.Ask(contract, 100m, Late));

        Assert.Equal([33.34m, 33.33m, 33.33m], fact.FromApproved.Select(part => part.Amount.Amount));
        Assert.Equal([16.66m, 16.67m, 16.67m], scene.Action(action).Split.Select(part => part.Amount));
        Assert.Equal((50m, 50m, 50m), (scene.Action(action).Approved, scene.Book.CrossWindowApproved, scene.Book.CrossWindowContracted));

        scene.Grant(scene.Ask(contract, 50m, Late));
        Assert.Equal([0m, 0m, 0m], scene.Action(action).Split.Select(part => part.Amount));
    }

    [Fact]
    public void A_fund_without_a_deadline_gives_back_to_the_action()
    {
        var scene = new Scene();
        scene.Pledges(new TrustFund.Events.Pledges.V1.FundEstablished("G5", "G5 Sahel", "EUR", 5, null, Scene.Established, null));
        scene.Pledges(new TrustFund.Events.Pledges.V1.WindowOpened("G5", "SAHEL", "Sahel"));
        scene.Pledges(new TrustFund.Events.Pledges.V1.PledgeCertified(
            "G5", "pledge-2", "certificate-2", "EU", Money.Euros(10m), [new("SAHEL", Money.Euros(10m))], [], Scene.Day));
        scene.Service.Accept(scene.Approval("SAHEL", 10m) with { Fund = "G5", ActionId = "g5-action" });
        scene.Service.Accept(scene.Signature("g5-action", 10m) with { Fund = "G5", ContractId = "g5-contract" });
        scene.Service.Accept(scene.Request("g5-contract", 4m, new(2025, 12, 31)) with { Fund = "G5", RequestId = "g5-request" });

        Assert.Equal("action", scene.Grant("g5-request").Destination);
    }

    [Fact]
    public void A_refusal_of_disbursements_frees_the_amount_and_tells_what_could_be_had()
    {
        var scene = Signed(100m, out _, out var contract);
        var request = scene.Ask(contract, 80m);

        var rejected = Assert.IsType<DecommitmentRejected>(Assert.Single(scene.Refuse(request, 60m)));

        Assert.Equal((Money.Euros(60m), "Reserved for payments."), (rejected.LargestReleasable, rejected.Reason));
        Assert.Equal((100m, 0m), (scene.Contract(contract).Contracted, scene.Contract(contract).Pending));
        var view = DecommitmentView.Of(scene.Decommitment(request));
        Assert.Equal((DecommitmentState.Rejected, "Reserved for payments.", Money.Euros(60m)), (view.State, view.Rejection, view.LargestReleasable));
    }

    [Fact]
    public void A_second_answer_changes_nothing()
    {
        var scene = Signed(100m, out _, out var contract);
        var request = scene.Ask(contract, 80m);
        scene.Grant(request);

        Assert.Empty(scene.Refuse(request, 0m));
        Assert.Empty(scene.Disbursements(new DecommitmentGranted(Scene.Fund, request, contract, Money.Euros(80m))));
        Assert.Equal(20m, scene.Contract(contract).Contracted);
    }

    static Scene Signed(decimal amount, out string action, out string contract)
    {
        var scene = new Scene();
        scene.Certify(amount, ("HOA", amount));
        action = scene.Approve("HOA", amount);
        contract = scene.Sign(action, amount);
        return scene;
    }
}
