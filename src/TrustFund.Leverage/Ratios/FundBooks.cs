using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>All that is kept of a fund but its single operations: what its leverage is figured from, as it stood at one moment.</summary>
/// <param name="Fund">The fund with its certified pledges.</param>
/// <param name="Windows">Its windows with theirs.</param>
/// <param name="Instruments">Its instruments.</param>
/// <param name="Portfolio">What its operations come to; null while nothing was recorded.</param>
/// <param name="Target">What its instruments are expected to mobilise, if that was set.</param>
/// <param name="Totals">What its operations come to in each of the three figures; null or without a figure where there is nothing in it.</param>
/// <param name="Header">What they stand for, where they are read for a report.</param>
public sealed record FundBooks(
    FundInput Fund,
    IReadOnlyList<WindowInput> Windows,
    IReadOnlyList<Instrument> Instruments,
    Portfolio? Portfolio,
    MobilisationTarget? Target,
    IReadOnlyList<MobilisedTotal>? Totals = null,
    ReportHeader? Header = null)
{
    /// <summary>What the operations come to in one of the three figures.</summary>
    public MobilisedTotal Total(Measure measure) =>
        Totals?.SingleOrDefault(total => total.Measure == measure) ?? MobilisedTotal.Empty(Fund.Id, measure);

    /// <summary>The instruments with their input as certified by now.</summary>
    public IReadOnlyList<InstrumentView> InstrumentViews() => [.. Instruments.Select(View)];

    /// <summary>One instrument with its input.</summary>
    public InstrumentView View(Instrument instrument) => InstrumentView.Of(instrument, Fund.Books(instrument.WindowCode is null
        ? Fund.Certified
        : Windows.Single(window => window.Code == instrument.WindowCode).Certified));

    /// <summary>The leverage on a basis: every figure from these amounts, none from another ratio.</summary>
    public LeverageView Leverage(Basis basis)
    {
        var instruments = InstrumentViews();
        var certified = Fund.Books(Fund.Certified);
        var input = Sum(instruments, basis);
        var target = Target is null ? null : TargetView.Of(Target);
        var reason = NoRatioBecause(input);
        return new(
            Fund.Id,
            basis,
            input,
            target is null ? null : new(target.Amount, Measure.Expected, target.Qualifier, target.SetOn, target.Source),
            reason is null ? Ratio.Of(target!.Amount, input, basis)!.Value.Value : null,
            reason,
            instruments,
            certified,
            certified - Sum(instruments, Basis.Headline),
            Operations(target),
            Header);
    }

    Money Sum(IEnumerable<InstrumentView> instruments, Basis basis) =>
        Money.Sum(instruments.Select(instrument => instrument.Input(basis)), Currency.Of(Fund.Currency));

    // Operations lie inside the target: what they mobilise is taken from what is left of it, never added to it.
    OperationsView Operations(TargetView? target)
    {
        var expected = Fund.Books(Portfolio?.ExpectedMobilised ?? 0);
        return new(
            Portfolio?.Operations ?? 0,
            expected,
            target is null ? null : Money.Max(Fund.Books(0), target.Amount - expected),
            target is not null && expected > target.Amount);
    }

    string? NoRatioBecause(Money input) => this switch
    {
        { Instruments.Count: 0 } => $"No instrument of fund {Fund.Id} has been opened, so there is no input.",
        _ when !input.IsPositive => $"No certified pledge of fund {Fund.Id} is the input of an instrument yet.",
        { Target: null } => $"What fund {Fund.Id} is expected to mobilise has not been set.",
        _ => null,
    };
}
