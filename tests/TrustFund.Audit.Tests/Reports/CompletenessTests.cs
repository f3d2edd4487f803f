using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>When a report may be missing something.</summary>
public class CompletenessTests
{
    static readonly DateTimeOffset Noon = new(2018, 10, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_source_that_is_applied_to_its_head_misses_nothing() =>
        Assert.Null(Completeness.WhyProvisional(Here(7, -60), Head(7, 0), answered: true, Noon));

    [Fact]
    public void A_source_that_is_ahead_may_have_recorded_it_before() =>
        Assert.Equal("pledges is at 9, of which 7 are applied here.", Completeness.WhyProvisional(Here(7, -60), Head(9, 0), answered: true, Noon));

    [Fact]
    public void A_later_entry_that_is_applied_proves_that_all_before_it_are() =>
        Assert.Null(Completeness.WhyProvisional(Here(7, +1), Head(9, 0), answered: false, Noon));

    [Fact]
    public void A_source_that_is_away_was_complete_through_what_it_said_last()
    {
        Assert.Null(Completeness.WhyProvisional(Here(7, -60), Head(7, 0), answered: false, Noon));
        Assert.Equal(
            "pledges does not answer; it was complete through 2018-10-16T11:59:00.0000000Z.",
            Completeness.WhyProvisional(Here(7, -60), Head(7, -1), answered: false, Noon));
    }

    [Fact]
    public void Of_a_source_that_never_answered_nothing_is_known() =>
        Assert.Equal("pledges does not answer: what it has recorded since is not known.", Completeness.WhyProvisional(new("pledges", 0, null), null, answered: false, Noon));

    static Applied Here(long sequence, int minutes) => new("pledges", sequence, Noon.AddMinutes(minutes));

    static SourceHead Head(long sequence, int minutes) => new("pledges", sequence, Noon.AddMinutes(minutes));
}
