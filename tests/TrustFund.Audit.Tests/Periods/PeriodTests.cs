using TrustFund.Audit.Periods;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events;
using TrustFund.Events.Audit.V1;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Periods;

/// <summary>A period is closed when every service has closed it.</summary>
public class PeriodTests
{
    static readonly DateOnly Year2017 = Day(2017, 12, 31);

    [Fact]
    public void The_last_answer_closes_the_period_with_the_positions_of_all()
    {
        var books = WithWindows();
        books.Service.Accept(Close("r", Year2017));

        Assert.Empty(books.Hear(new Events.Leverage.V1.PeriodClosed(Fund, "r", Year2017)));
        Assert.Empty(books.Hear(new Events.Contracts.V1.PeriodClosed(Fund, "r", Year2017)));
        Assert.Empty(books.Hear(new Events.Disbursements.V1.PeriodClosed(Fund, "r", Year2017)));
        Assert.Equal(PeriodState.Pending, books.Service.Get<Period>("r").Standing);
        var closed = Assert.IsType<PeriodClosed>(Assert.Single(books.Hear(new Events.Pledges.V1.PeriodClosed(Fund, "r", Year2017))));

        Assert.Equal(
            [new("pledges", 2), new("contracts", 1), new("disbursements", 1), new("leverage", 1), new SourceSequence("audit", 1)],
            closed.Sequences);
        Assert.Equal(PeriodState.Closed, books.Service.Get<Period>("r").Standing);
        Assert.Equal(Year2017, books.Service.Get<FundPeriods>(Fund).ClosedThrough);
    }

    [Fact]
    public void A_pending_period_tells_whom_it_waits_for()
    {
        var books = WithWindows();
        books.Service.Accept(Close("r", Year2017));
        books.Hear(new Events.Contracts.V1.PeriodClosed(Fund, "r", Year2017));

        var view = PeriodView.Of(books.Service.Get<Period>("r"), books.All<PeriodAcknowledgement>());

        Assert.Equal(["disbursements", "leverage", "pledges"], view.Awaited.Order(StringComparer.Ordinal));
        Assert.Equal([new("contracts", 1), new SourceSequence("audit", 1)], view.Acknowledged);
    }

    [Fact]
    public void An_answer_that_comes_again_closes_nothing_twice()
    {
        var books = WithWindows();
        books.Service.Accept(Close("r", Year2017));
        foreach (var answer in Answers("r", Year2017))
            books.Hear(answer);

        Assert.Empty(books.Hear(new Events.Pledges.V1.PeriodClosed(Fund, "r", Year2017)));
    }

    [Fact]
    public void A_day_that_is_not_over_is_not_closed()
    {
        var books = WithWindows();
        // The rehearsal's clock stands on 1 January 2026.
        Refused(books, "r", Day(2026, 1, 1), "period-not-over");
        Assert.Null(books.Service.Execute(Close("r", Day(2025, 12, 31))));
    }

    [Fact]
    public void Only_one_closing_is_pending_at_a_time()
    {
        var books = WithWindows();
        books.Service.Accept(Close("r", Year2017));

        Refused(books, "s", Day(2018, 12, 31), "period-pending");
    }

    [Fact]
    public void What_is_closed_is_not_closed_again_and_the_next_period_follows_it()
    {
        var books = WithWindows();
        books.Service.Accept(Close("r", Year2017));
        foreach (var answer in Answers("r", Year2017))
            books.Hear(answer);

        Refused(books, "s", Year2017, "already-closed");
        Refused(books, "s", Day(2017, 6, 30), "already-closed");
        Assert.Null(books.Service.Execute(Close("s", Day(2018, 12, 31))));
    }

    [Fact]
    public void An_unknown_fund_has_no_periods() =>
        Assert.Equal("not-found", new HeardBooks().Service.Execute(Close("r", Year2017))?.Code);

    static void Refused(HeardBooks books, string id, DateOnly through, string code)
    {
        var before = books.Service.Journal.Count;
        var refusal = books.Service.Execute(Close(id, through));
        Assert.Equal((code, "through"), (refusal?.Code, refusal?.Field));
        Assert.Equal(before, books.Service.Journal.Count);
        Assert.Null(books.Service.Find<Period>(id));
    }

    static ClosePeriod Close(string id, DateOnly through) => new(Fund, id, through, null);

    static IFundEvent[] Answers(string id, DateOnly through) =>
    [
        new Events.Pledges.V1.PeriodClosed(Fund, id, through),
        new Events.Contracts.V1.PeriodClosed(Fund, id, through),
        new Events.Disbursements.V1.PeriodClosed(Fund, id, through),
        new Events.Leverage.V1.PeriodClosed(Fund, id, through),
    ];
}
