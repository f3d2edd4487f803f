using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Tests.Deadlines;

/// <summary>Deadlines are the fund's data, and acted on when they pass. It is 2026; the fund's contracting deadline was the end of 2020.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public void When_the_contracting_deadline_passes_what_is_not_contracted_returns_to_the_fund_once()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(1_000m, ("HOA", 30m));
        scene.Allocate("HOA", 100m);
        var action = scene.Approve("HOA", 130m);
        scene.Sign(action, 80m);
        var used = scene.Approve("SLC", Given(scene, "SLC", 10m));
        scene.Sign(used, 10m);

        var facts = scene.Clock();

        Assert.Equal(new DeadlinePassed(Scene.Fund, "contracting", Scene.Deadline), facts[0]);
        var closed = Assert.IsType<ActionClosed>(facts[1]);
        Assert.Equal((action, Money.Euros(50m), Scene.Deadline.AddDays(1)), (closed.ActionId, closed.Released, closed.ClosedOn));
        Assert.Equal("The contracting deadline, 2020-12-31, has passed.", closed.Reason);
        // What came by allocation returns to the pool; had less been allocated, the rest would stay earmarked with its window.
        Assert.Equal([new WindowAmount("HOA", Money.Euros(50m))], closed.FromApproved);
        Assert.Equal([new WindowAmount("HOA", Money.Euros(50m))], closed.ToPool);
        Assert.Equal((80m, 0m), (scene.Action(action).Approved, scene.Action(action).Remaining().Amount));
        Assert.Equal((50m, 30m, 0m), (scene.Window("HOA").Allocated, scene.Window("HOA").Earmarked, scene.Window("HOA").Available().Amount));
        Assert.Equal(Money.Euros(0m), Assert.IsType<ActionClosed>(facts[2]).Released);
        Assert.Equal(3, facts.Count);
        Assert.Empty(scene.Clock());
    }

    [Fact]
    public void Earmarked_money_of_a_closed_action_stays_with_its_window()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(100m, ("HOA", 80m));
        scene.Allocate("HOA", 20m);
        scene.Approve("HOA", 100m);

        var closed = Assert.IsType<ActionClosed>(scene.Clock()[1]);

        Assert.Equal([new WindowAmount("HOA", Money.Euros(20m))], closed.ToPool);
        Assert.Equal((80m, 20m), (scene.Window("HOA").Available().Amount, scene.Availability.Allocatable.Amount));
    }

    [Fact]
    public void A_closed_action_gives_back_what_each_window_has_in_it_by_largest_remainder()
    {
        var scene = new Scene();
        scene.Certify(300m, ("HOA", 100m), ("NOA", 100m), ("SLC", 100m));
        var action = scene.ApproveAcross(("HOA", 50m), ("NOA", 50m), ("SLC", 50m));
        scene.Sign(action, 50m);

        var closed = Assert.IsType<ActionClosed>(scene.Clock()[1]);

        Assert.Equal([33.34m, 33.33m, 33.33m], closed.FromApproved.Select(part => part.Amount.Amount));
        Assert.Equal((50m, 50m), (scene.Action(action).Approved, scene.Book.CrossWindowApproved));
    }

    [Fact]
    public void Under_a_closed_action_nothing_is_contracted_any_more_whatever_the_date()
    {
        var scene = Approved(out var action);
        var contract = scene.Sign(action, 50m);
        scene.Clock();

        scene.Service.AssertRefused(scene.Signature(action, 1m), 409, "action-closed", null);
        scene.Service.AssertRefused(scene.Amendment(contract, 1m), 409, "action-closed", null);
        scene.Service.AssertRefused(scene.Rider(action, 1m), 409, "action-closed", null);
        Assert.Null(scene.Service.Execute(scene.Amendment(contract, null) with { Title = "Another" }));
        Assert.Null(scene.Service.Execute(scene.Signature(action, 1m) with { Imported = true }));
    }

    [Fact]
    public void A_decommitment_from_a_closed_action_goes_to_the_fund_even_if_it_was_asked_for_in_time()
    {
        var scene = Approved(out var action);
        var contract = scene.Sign(action, 50m);
        var request = scene.Ask(contract, 20m, Scene.Deadline);
        scene.Clock();

        var fact = scene.Grant(request);

        Assert.Equal(("fund", 20m), (fact.Destination, Assert.Single(fact.FromApproved).Amount.Amount));
        Assert.Equal((30m, 30m), (scene.Action(action).Approved, scene.Action(action).Contracted));
    }

    [Fact]
    public void A_deadline_that_is_moved_lets_a_rider_open_a_closed_action_again()
    {
        var scene = Approved(out var action);
        scene.Clock();
        scene.Service.Accept(Scene.NewDeadline(new(2026, 12, 31)), "arthur");
        Assert.Empty(scene.Clock());
        scene.Service.AssertRefused(scene.Signature(action, 1m), 409, "action-closed", null);

        scene.Service.Accept(scene.Rider(action, 10m) with { ApprovedOn = new(2026, 1, 1) }, "arthur");

        Assert.Null(scene.Action(action).ClosedOn);
        Assert.Null(scene.Service.Execute(scene.Signature(action, 10m) with { SignedOn = new(2026, 1, 1) }));
    }

    [Fact]
    public void A_deadline_that_is_moved_passes_again_on_its_new_day()
    {
        var scene = Approved(out var action);
        scene.Clock();
        scene.Service.Accept(Scene.NewDeadline(new(2021, 6, 30)), "arthur");

        Assert.Equal([new DeadlinePassed(Scene.Fund, "contracting", new(2021, 6, 30))], scene.Clock());
        Assert.NotNull(scene.Action(action).ClosedOn);
    }

    [Fact]
    public void Implementation_and_payment_deadlines_pass_by_themselves()
    {
        var scene = new Scene(deadline: new(2030, 12, 31));
        scene.Service.Accept(Scene.NewDeadline(new(2025, 12, 30), DeadlineKind.Implementation), "arthur");
        scene.Service.Accept(Scene.NewDeadline(new(2025, 12, 31), DeadlineKind.Payment), "arthur");

        // The first of January has begun, and the last of December is not over everywhere: only the day before is.
        Assert.Equal([new DeadlinePassed(Scene.Fund, "implementation", new(2025, 12, 30))], scene.Clock());
        Assert.Equal(
            new(Scene.Fund, DeadlineKind.Payment, new(2025, 12, 31), Scene.Day, "BOARD/2018/4", Awaited: true, Passed: false),
            DeadlineView.Of(scene.Service.Get<Deadline>($"{Scene.Fund}/payment")));
    }

    /// <summary>History is entered long after its deadline: the actions must not be closed under its hands.</summary>
    [Fact]
    public void A_deadline_that_was_past_when_its_fund_was_recorded_waits_until_it_is_set()
    {
        var scene = Approved(out var action);
        var recorded = new Recorded("pledges", 1, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "adam", null, new FundEstablished(
            "OLD", "Old fund", "EUR", 5, new(2020, 12, 31), Scene.Established, null));
        scene.Service.Follow(recorded);
        Assert.False(scene.Service.Get<Deadline>("OLD/contracting").Awaited);
        Assert.Equal([Scene.Fund, Scene.Fund], scene.Clock().Select(fact => fact.Fund));

        scene.Service.Accept(Scene.NewDeadline(new(2020, 12, 31)) with { Fund = "OLD" }, "arthur");

        Assert.Equal([new DeadlinePassed("OLD", "contracting", new(2020, 12, 31))], scene.Clock());
        Assert.NotNull(scene.Action(action).ClosedOn);
    }

    [Fact]
    public void The_contracting_deadline_is_never_before_the_last_signature()
    {
        var scene = Approved(out var action);
        var contract = scene.Sign(action, 50m);
        scene.Service.Accept(scene.Amendment(contract, 1m) with { AmendedOn = Scene.Day.AddDays(7) });

        var refusal = scene.Service.AssertRefused(Scene.NewDeadline(Scene.Day.AddDays(6)), 422, "deadline-before-signature", "on");
        Assert.Equal("2018-06-07 is before the last signature of a contract of EUTF-AFRICA, on 2018-06-08.", refusal.Detail);
        Assert.Null(scene.Service.Execute(Scene.NewDeadline(Scene.Day.AddDays(7))));
        Assert.Equal(Scene.Day.AddDays(7), scene.Book.ContractingDeadline);
    }

    [Fact]
    public void A_deadline_is_the_funds_changes_something_and_was_decided_already()
    {
        var scene = new Scene();
        var good = Scene.NewDeadline(new(2021, 12, 31));

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { LastDay = Scene.Established.AddDays(-1) }, 422, "date-out-of-order", "on");
        scene.Service.AssertRefused(good with { DecidedOn = new(2026, 2, 1) }, 422, "date-in-the-future", "decidedOn");
        scene.Service.AssertRefused(good with { LastDay = Scene.Deadline }, 409, "deadline-unchanged", "on");
        scene.Service.Accept(good);
        Assert.Equal(new DateOnly(2021, 12, 31), scene.Book.ContractingDeadline);
    }

    [Fact]
    public void A_contract_ends_once_for_each_day_it_was_to_end()
    {
        var scene = Approved(out var action);
        scene.Service.Accept(scene.Signature(action, 1m) with { ContractId = "short", EndsOn = new(2019, 12, 31) });
        scene.Service.Accept(scene.Signature(action, 1m) with { ContractId = "gone", EndsOn = new(2019, 12, 31) });
        scene.Service.Accept(Scene.Change("gone", ContractState.Terminated));
        scene.Service.Accept(scene.Signature(action, 1m) with { ContractId = "long", EndsOn = new(2030, 12, 31) });

        Assert.Equal([new ContractEnded(Scene.Fund, "short", new(2019, 12, 31))], scene.Clock().OfType<ContractEnded>());
        Assert.True(ContractView.Of(scene.Contract("short"), 0).Ended);
        Assert.Empty(scene.Clock());
        scene.Service.Accept(scene.Amendment("short", null) with { EndsOn = new(2021, 12, 31) });
        Assert.False(ContractView.Of(scene.Contract("short"), 0).Ended);
        Assert.Equal([new ContractEnded(Scene.Fund, "short", new(2021, 12, 31))], scene.Clock());
    }

    static Scene Approved(out string action)
    {
        var scene = new Scene();
        scene.Certify(1_000m, ("HOA", 1_000m));
        action = scene.Approve("HOA", 100m);
        return scene;
    }

    static decimal Given(Scene scene, string window, decimal amount)
    {
        scene.Allocate(window, amount);
        return amount;
    }
}
