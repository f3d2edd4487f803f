using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>A fund that may be established, and how large the amounts in it are.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Currency">The currency of its books.</param>
/// <param name="Scale">What one unit of a step is worth in it.</param>
/// <param name="CapPercent">What its management may cost.</param>
/// <param name="Deadline">Its contracting deadline, if it has one.</param>
/// <param name="InKind">What it collects besides money.</param>
/// <param name="Abroad">The currency in which some donors promise to it.</param>
/// <param name="ScaleAbroad">What one unit of a step is worth in that.</param>
/// <param name="Parity">About how much of the quoted currency there is for one unit of the base.</param>
/// <param name="AbroadIsBase">Whether rates are quoted for one unit of the donors' currency, instead of one of the fund's.</param>
/// <param name="Rounding">How it rounds what it converts.</param>
/// <param name="InterestIsSpent">Whether interest adds to what it may spend.</param>
sealed record FundOfPlay(
    string Code, Currency Currency, decimal Scale, decimal CapPercent, DateOnly? Deadline, InKindTarget? InKind,
    Currency Abroad, decimal ScaleAbroad, decimal Parity, bool AbroadIsBase, Rounding Rounding, bool InterestIsSpent)
{
    public static readonly DateOnly Established = new(2015, 11, 12);

    /// <summary>Two, none and three decimals; amounts of a few cents, and amounts at the edge of what books can hold; with a deadline and without.</summary>
    public static IReadOnlyList<FundOfPlay> All { get; } =
    [
        new("EUTF-AFRICA", Currency.Euro, 0.01m, 5, new(2020, 12, 31), null,
            Currency.Of("NOK"), 0.1m, 9.4321m, AbroadIsBase: false, Rounding.HalfUp, InterestIsSpent: true),
        new("G5-SAHEL", Currency.Of("XOF"), 3_000_000_000, 33.33m, new(2022, 6, 30), null,
            Currency.Euro, 4_000_000, 655.957m, AbroadIsBase: true, Rounding.HalfEven, InterestIsSpent: false),
        new("RESETTLEMENT", Currency.Of("TND"), 0.001m, 0, null, new("place", 50_000, new(500_000, Currency.Of("TND"))),
            Currency.Of("CHF"), 0.01m, 3.3111m, AbroadIsBase: true, Rounding.HalfUp, InterestIsSpent: true),
    ];

    /// <summary>The smallest amount there is.</summary>
    public decimal Unit => Currency.SmallestUnit;

    public static FundOfPlay Of(string code) => All.Single(fund => fund.Code == code);

    public EstablishFund Establish(DateOnly? on = null) =>
        new(Code, $"Trust fund {Code}", Currency, CapPercent, Deadline, on ?? Established, InKind, Rounding, InterestIsSpent);

    /// <summary>What a unit of a step is worth in an amount of this currency.</summary>
    public decimal ScaleOf(Currency currency) => currency == Currency ? Scale : ScaleAbroad;

    /// <summary>A rate of the day: a tenth above or below the usual one.</summary>
    public RateQuote Rate(int thousandths, DateOnly on)
    {
        var rate = decimal.Round(Parity * (900 + (thousandths % 200)) / 1000, 6);
        return AbroadIsBase ? new(rate, Abroad.Code, Currency.Code, on, "InforEuro") : new(rate, Currency.Code, Abroad.Code, on, "InforEuro");
    }
}
