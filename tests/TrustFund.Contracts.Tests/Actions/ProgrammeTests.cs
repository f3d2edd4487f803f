using TrustFund.Contracts.Actions;

namespace TrustFund.Contracts.Tests.Actions;

public sealed class ProgrammeTests
{
    /// <summary>Published: three return and reintegration programmes, "over 150 m" together.</summary>
    [Fact]
    public void Three_programmes_over_150_m_adopted_together_are_one_approval_with_a_lower_bound()
    {
        var scene = new Scene();
        scene.Certify(400_000_000m, ("SLC", 400_000_000m));

        scene.Service.Accept(scene.Approval("SLC", 150_000_000m) with { ActionId = "programmes", Programmes = 3, Qualifier = Qualifier.Over });

        var view = ActionView.Of(scene.Action("programmes"), 0);
        Assert.Equal((Money.Euros(150_000_000m), Qualifier.Over, 3), (view.Approved, view.Qualifier, view.Programmes));
        Assert.Equal("SLC", Assert.Single(view.Split).Window);
        Assert.Single(scene.Service.All.OfType<FundAction>());
        Assert.True(new PublishedFigure(150, view.Qualifier, 0).IsConsistentWith(view.Approved.Amount / 1_000_000));
    }

    [Fact]
    public void An_action_is_one_programme_of_an_exact_amount_unless_it_says_otherwise()
    {
        var scene = new Scene();
        scene.Certify(100m, ("SLC", 100m));

        var view = ActionView.Of(scene.Action(scene.Approve("SLC", 100m)), 0);

        Assert.Equal((Qualifier.Exact, null, null), (view.Qualifier, view.Programmes, view.CoFinancingCeiling));
    }
}
