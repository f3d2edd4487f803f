using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>An amount that an instrument does not have.</summary>
/// <param name="Instrument">Code of the instrument.</param>
/// <param name="Face">What would be added to its face.</param>
/// <param name="Input">What of that counts on the scenario's basis: the face, or the provisioning behind it.</param>
/// <param name="Ratio">The instrument's own ratio of expected mobilisation on this basis; null with a <paramref name="Reason"/>.</param>
/// <param name="FromOperations">Whether the ratio comes from the operations that itemise the instrument's amount, or was given with the question.</param>
/// <param name="Mobilised">What the added amount would mobilise.</param>
/// <param name="Reason">Why there is no ratio.</param>
/// <param name="Conditional">That it is a supposition: always true.</param>
public sealed record SupposedInstrument(
    string Instrument, Money Face, Money Input, decimal? Ratio, bool FromOperations, Money? Mobilised, string? Reason, bool Conditional);

/// <summary>A what-if: instruments get more, and each mobilises at its own ratio. Derived from the actual at the moment it is asked for; nothing of it is recorded.</summary>
/// <param name="Scenario">What is supposed, in words.</param>
/// <param name="Warning">That this is no actual.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Basis">What the input counts.</param>
/// <param name="Instruments">What each instrument would get and mobilise.</param>
/// <param name="Input">The input with what is added.</param>
/// <param name="Mobilised">What it would mobilise; null where the target or an instrument's ratio is not known.</param>
/// <param name="Ratio">The scenario's ratio, from the two amounts before it; null with a <paramref name="Reason"/>.</param>
/// <param name="Reason">Why there is no ratio.</param>
/// <param name="Actual">The leverage as it is, which the scenario never changes.</param>
/// <param name="Conditional">What would be added to the input: in no actual figure.</param>
/// <param name="Header">What it stands for: the day, the moment, and the positions of the journals.</param>
public sealed record InstrumentsScenario(
    string Scenario,
    string Warning,
    string Fund,
    Basis Basis,
    IReadOnlyList<SupposedInstrument> Instruments,
    Money Input,
    Money? Mobilised,
    decimal? Ratio,
    string? Reason,
    LeverageView Actual,
    Money Conditional,
    ReportHeader? Header = null)
{
    /// <summary>The scenario in which these instruments of the fund get these amounts.</summary>
    /// <exception cref="OverflowException">The scenario's amounts are larger than any amount can be.</exception>
    public static InstrumentsScenario Of(FundBooks books, Basis basis, IReadOnlyList<Supposed> added)
    {
        var actual = books.Leverage(basis);
        var instruments = added.Select(one => Add(books.Instruments.Single(instrument => instrument.Code == one.Code), one, basis, actual.Input.Currency)).ToList();
        var more = Money.Sum(instruments.Select(one => one.Input), actual.Input.Currency);
        var input = actual.Input + more;
        var reason = actual.Reason ?? instruments.Select(one => one.Reason).FirstOrDefault(why => why is not null);
        Money? mobilised = reason is null
            ? actual.Mobilised!.Amount + Money.Sum(instruments.Select(one => one.Mobilised!.Value), actual.Input.Currency)
            : null;
        return new(
            $"{string.Join(", ", added.Select(one => one.Code))} get{(added.Count == 1 ? "s" : "")} {more} more on the {(basis == Basis.Cash ? "cash" : "headline")} basis, each mobilising at its own ratio.",
            Proportion.Warning,
            books.Fund.Id,
            basis,
            instruments,
            input,
            mobilised,
            mobilised is { } amount ? TrustFund.Ratio.Of(amount, input, basis)!.Value.Value : null,
            reason,
            actual,
            more,
            actual.Header);
    }

    static SupposedInstrument Add(Instrument instrument, Supposed added, Basis basis, Currency currency)
    {
        var face = new Money(added.Amount, currency);
        var input = InstrumentView.Of(instrument, face).Input(basis);
        if (added.Ratio is { } given)
            return new(instrument.Code, face, input, given, false, Money.Rounded(input.Amount * given, currency), null, true);
        var backing = InstrumentView.Of(instrument, new(instrument.ExpectedAmount, currency)).Input(basis);
        if (!backing.IsPositive)
            return new(instrument.Code, face, input, null, false, null, $"No operation itemises how much of instrument {instrument.Code} backs it, so its own ratio is not known: give one, such as {instrument.Code}:{added.Amount}:10.", true);
        var expected = new Money(instrument.ExpectedInvestment, currency);
        var ratio = TrustFund.Ratio.Of(expected, backing, basis)!.Value.Value;
        return new(instrument.Code, face, input, ratio, true, Proportion.Of(expected, input.Amount, backing.Amount), null, true);
    }
}
