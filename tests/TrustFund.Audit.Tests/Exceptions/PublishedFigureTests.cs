using TrustFund.Audit.Figures;
using TrustFund.Audit.Tests.Given;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Exceptions;

/// <summary>A published figure is written down as it was published.</summary>
public class PublishedFigureTests
{
    static readonly RecordPublishedFigureRequest Headline = new(
        "Resources of the fund", "certified", null, 3.39m, "bn EUR", Qualifier.Exact, 2, Day(2017, 12, 31), "Factsheet, December 2017");

    readonly HeardBooks books = WithWindows("SLC");

    [Fact]
    public void A_headline_is_kept_with_its_words()
    {
        books.Service.Accept(new RecordPublishedFigure(Fund, "f", Headline));

        var kept = FigureView.Of(books.Service.Get<FigureFacts>("f"));
        Assert.Equal((3.39m, "bn EUR", Qualifier.Exact, 2, Day(2017, 12, 31)), (kept.Value, kept.Unit, kept.Qualifier, kept.Decimals, kept.AsOf));
    }

    [Fact]
    public void A_figure_about_a_window_names_one_in_any_letter_case()
    {
        books.Service.Accept(new RecordPublishedFigure(Fund, "f", Headline with { Window = "slc" }));

        Assert.Equal("SLC", books.Service.Get<FigureFacts>("f").WindowCode);
    }

    [Fact]
    public void A_closed_period_does_not_keep_a_figure_about_it_from_being_written_down()
    {
        books.Service.Accept(new Audit.Periods.ClosePeriod(Fund, "r", Day(2018, 12, 31), null));

        Assert.Null(books.Service.Execute(new RecordPublishedFigure(Fund, "f", Headline)));
    }

    [Fact]
    public void A_number_is_counted_and_no_amount()
    {
        books.Service.Accept(new RecordPublishedFigure(Fund, "f", Headline with { Measure = "programmes", Value = 147, Unit = "count", Decimals = 0, Window = "SLC" }));

        var kept = FigureView.Of(books.Service.Get<FigureFacts>("f"));
        Assert.Equal(("programmes", 147m, "count", "SLC"), (kept.Measure, kept.Value, kept.Unit, kept.Window));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        Refused(Headline with { Measure = "jobs" }, "unknown-measure", "measure");
        Refused(Headline with { Measure = "cash", Window = "SLC" }, "not-by-window", "window");
        Refused(Headline with { Window = "NOWHERE" }, "unknown-window", "window");
        Refused(Headline with { Unit = "bn USD" }, "wrong-unit", "unit");
        Refused(Headline with { Unit = "zillion EUR" }, "wrong-unit", "unit");
        Refused(Headline with { Unit = "count" }, "wrong-unit", "unit");
        Refused(Headline with { Measure = "contracts" }, "wrong-unit", "unit");
        Refused(Headline with { Decimals = 1 }, "more-decimals", "decimals");
    }

    void Refused(RecordPublishedFigureRequest request, string code, string field)
    {
        var refusal = books.Service.Execute(new RecordPublishedFigure(Fund, "f", request));
        Assert.Equal((code, field), (refusal?.Code, refusal?.Field));
        Assert.Null(books.Service.Find<FigureFacts>("f"));
    }
}
