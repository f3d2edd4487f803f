using System.Text.Json;
using FsCheck.Xunit;
using TrustFund.Journal;
using TrustFund.Rehearsal;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

/// <summary>History is nothing but what is kept, told by when it was booked and recorded.</summary>
[Properties(Arbitrary = [typeof(Steps)], MaxTest = 100)]
public class HistoryProperties
{
    [Property]
    public void All_of_the_history_comes_to_what_is_kept_and_a_part_of_it_to_what_was_kept_then(Step[] steps)
    {
        var world = new World();
        var then = new Dictionary<DateTimeOffset, string>();
        foreach (var step in steps)
        {
            world.Take(step);
            then[world.Service.Now()] = Figures(world.Books);
            Assert.Equal(Figures(world.Books), Figures(Sum(world.Service, DateTimeOffset.MaxValue)));
        }
        Assert.All(then, moment => Assert.Equal(moment.Value, Figures(Sum(world.Service, moment.Key))));
    }

    [Property]
    public void All_that_was_followed_and_then_all_of_its_own_gives_the_same_rows_with_their_history(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
            world.Take(step);

        var states = States.Everything();
        foreach (var row in Eip.Empty().All)
            states.Load(new(row.GetType(), row.Id), row);
        foreach (var recorded in world.Heard.Concat(world.Service.Journal))
            new LeverageEvolution().Apply(states, recorded);

        Assert.Equal(Rows(world.Service.All), Rows(states.All));

        static IEnumerable<string> Rows(IEnumerable<State> rows) =>
            rows.Select(row => $"{row.GetType().Name} {JsonSerializer.Serialize(row, row.GetType(), StateJson.Options)}").Order(StringComparer.Ordinal);
    }

    /// <summary>Everything that anybody is told of the books.</summary>
    internal static string Figures(FundBooks books) => JsonSerializer.Serialize(
        Enum.GetValues<Basis>().Select(basis => new { Leverage = books.Leverage(basis) with { Header = null }, Mobilised = Mobilised.Of(books, basis) with { Header = null } }),
        StrictJson.Options);

    static FundBooks Sum(MemoryService service, DateTimeOffset knownOn)
    {
        var inputs = service.All.OfType<InputEntry>().Where(entry => entry.RecordedAt <= knownOn).ToList();
        var figures = service.All.OfType<FigureEntry>().Where(entry => entry.RecordedAt <= knownOn).ToLookup(entry => entry.Measure);
        var taken = service.All.OfType<InstrumentEntry>().Where(entry => entry.RecordedAt <= knownOn).ToLookup(entry => entry.Instrument);
        var target = service.All.OfType<TargetEntry>().Where(entry => entry.RecordedAt <= knownOn).MaxBy(entry => entry.Sequence);
        var books = service.Books();
        return books with
        {
            Fund = books.Fund with { Certified = inputs.Where(entry => entry.WindowCode is null).Sum(entry => entry.Amount) },
            Windows = [.. books.Windows.Select(window => window with { Certified = inputs.Where(entry => entry.WindowCode == window.Code).Sum(entry => entry.Amount) })],
            Instruments = [.. books.Instruments.Where(instrument => instrument.RecordedAt <= knownOn).Select(instrument => instrument with
            {
                ExpectedAmount = taken[instrument.Code].Sum(entry => entry.ExpectedAmount),
                ExpectedInvestment = taken[instrument.Code].Sum(entry => entry.ExpectedInvestment),
                SignedAmount = taken[instrument.Code].Sum(entry => entry.SignedAmount),
                DisbursedAmount = taken[instrument.Code].Sum(entry => entry.DisbursedAmount),
            })],
            Portfolio = new() { Id = Eip.Fund, Operations = figures[Measure.Expected].Sum(entry => entry.Operations), ExpectedMobilised = figures[Measure.Expected].Sum(entry => entry.Investment) },
            Target = target is null ? null : new() { Id = Eip.Fund, Currency = target.Currency, Amount = target.Amount, Qualifier = target.Qualifier, SetOn = target.SetOn, Source = target.Source },
            Totals = [.. figures.Select(figure => MobilisedTotal.Empty(Eip.Fund, figure.Key) with
            {
                Operations = figure.Sum(entry => entry.Operations),
                Itemised = figure.Sum(entry => entry.Itemised),
                Investment = figure.Sum(entry => entry.Investment),
                Grants = figure.Sum(entry => entry.Grants),
                PublicFinance = figure.Sum(entry => entry.PublicFinance),
                PrivateFinance = figure.Sum(entry => entry.PrivateFinance),
                AttributedPrivate = figure.Sum(entry => entry.AttributedPrivate),
            })],
        };
    }
}
