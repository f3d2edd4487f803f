using TrustFund.Contracts.Results;

namespace TrustFund.Contracts.Tests.Results;

public sealed class ResultTests
{
    /// <summary>Published: 44,000 and 30,000 jobs to be created in the Horn of Africa, 114,000 in West Africa and the Sahel.</summary>
    [Fact]
    public void Targets_of_188000_jobs_are_no_results()
    {
        var scene = new Scene();
        scene.Certify(400m, ("HOA", 200m), ("SLC", 200m));
        var horn = scene.Approve("HOA", 100m);
        var sahel = scene.Approve("SLC", 100m);
        Target(scene, Define(scene, horn, "Jobs"), 44_000);
        Target(scene, Define(scene, horn, "jobs"), 30_000);
        Target(scene, Define(scene, sahel, "jobs"), 114_000);

        Assert.Equal([new ResultTotal("Jobs", 3, 3, 188_000, 0, 0)], ResultTotal.Of(scene.Service.All.OfType<Indicator>().OrderBy(kept => kept.Id, StringComparer.Ordinal)));
    }

    [Fact]
    public void A_result_stands_beside_its_target_and_counts_from_the_beginning()
    {
        var scene = Approved(out var action);
        var indicator = Define(scene, action, "jobs");
        Target(scene, indicator, 1_000);
        Assert.Null(View(scene, indicator).Result);

        scene.Service.Accept(Report(indicator, 400));
        scene.Service.Accept(Report(indicator, 650) with { AsOf = Scene.Day.AddDays(30) });

        Assert.Equal(new TargetView(1_000, new(2020, 12, 31), Scene.Day, "Action fiche"), View(scene, indicator).Target);
        Assert.Equal(new ResultView(650, Scene.Day.AddDays(30), "Annual report"), View(scene, indicator).Result);
        Assert.Equal([new ResultTotal("jobs", 1, 1, 1_000, 1, 650)], ResultTotal.Of(scene.Service.All.OfType<Indicator>()));
    }

    [Fact]
    public void A_result_needs_no_target_and_may_be_none_at_all()
    {
        var scene = Approved(out var action);
        var indicator = Define(scene, action, "people");

        scene.Service.Accept(Report(indicator, 0));

        Assert.Equal((null, 0m), (View(scene, indicator).Target, View(scene, indicator).Result!.Value));
        Assert.Equal([new ResultTotal("people", 1, 0, 0, 1, 0)], ResultTotal.Of(scene.Service.All.OfType<Indicator>()));
    }

    [Fact]
    public void A_later_target_takes_an_earlier_ones_place_and_an_earlier_report_no_later_ones()
    {
        var scene = Approved(out var action);
        var indicator = Define(scene, action, "jobs");
        Target(scene, indicator, 1_000);
        Target(scene, indicator, 800);
        scene.Service.Accept(Report(indicator, 400));

        Assert.Equal(800m, View(scene, indicator).Target!.Value);
        scene.Service.AssertRefused(Report(indicator, 300) with { AsOf = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "asOf");
        scene.Service.AssertRefused(TargetOf(indicator, 1) with { SetOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "setOn");
    }

    [Fact]
    public void Places_and_jobs_never_enter_a_total_of_money()
    {
        var scene = Approved(out var action);

        scene.Service.AssertRefused(new DefineIndicator(Scene.Fund, action, null, "indicator-1", "Spent", "eur"), 422, "unit-is-money", "unit");
    }

    [Fact]
    public void An_indicator_belongs_to_an_action_or_to_a_contract_of_it()
    {
        var scene = Approved(out var action);
        var contract = scene.Sign(action, 10m);
        var other = scene.Approve("HOA", 10m);
        var good = new DefineIndicator(Scene.Fund, action, contract, "indicator-1", "Jobs created", "jobs");

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ActionId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { ActionId = other }, 422, "unknown-contract", "contract");
        scene.Service.Accept(good);
        Assert.Equal((contract, "Jobs created"), (View(scene, "indicator-1").ContractId, View(scene, "indicator-1").Name));
    }

    [Fact]
    public void A_quantity_has_an_indicator_bounds_and_a_date_that_has_come()
    {
        var scene = Approved(out var action);
        var indicator = Define(scene, action, "jobs");

        scene.Service.AssertRefused(Report(indicator, 1) with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(Report("none", 1), 404, "not-found", null);
        scene.Service.AssertRefused(Report(indicator, -1), 422, "invalid-quantity", "actual");
        scene.Service.AssertRefused(Report(indicator, 0.0000001m), 422, "invalid-quantity", "actual");
        scene.Service.AssertRefused(Report(indicator, Quantities.Limit), 422, "invalid-quantity", "actual");
        scene.Service.AssertRefused(Report(indicator, 1) with { AsOf = new(2026, 2, 1) }, 422, "date-in-the-future", "asOf");
        scene.Service.AssertRefused(TargetOf(indicator, 0), 422, "invalid-quantity", "target");
        scene.Service.AssertRefused(TargetOf("none", 1), 404, "not-found", null);
        scene.Service.AssertRefused(TargetOf(indicator, 1) with { SetOn = new(2026, 2, 1) }, 422, "date-in-the-future", "setOn");
    }

    static Scene Approved(out string action)
    {
        var scene = new Scene();
        scene.Certify(200m, ("HOA", 200m));
        action = scene.Approve("HOA", 100m);
        return scene;
    }

    static string Define(Scene scene, string action, string unit)
    {
        var definition = new DefineIndicator(Scene.Fund, action, null, scene.NextId("indicator"), "Jobs created", unit);
        scene.Service.Accept(definition);
        return definition.IndicatorId;
    }

    static SetResultTarget TargetOf(string indicator, decimal target) => new(Scene.Fund, indicator, target, new(2020, 12, 31), Scene.Day, "Action fiche");

    static void Target(Scene scene, string indicator, decimal target) => scene.Service.Accept(TargetOf(indicator, target));

    static ReportResult Report(string indicator, decimal actual) => new(Scene.Fund, indicator, actual, Scene.Day, "Annual report");

    static IndicatorView View(Scene scene, string indicator) => IndicatorView.Of(scene.Service.Get<Indicator>(indicator));
}
