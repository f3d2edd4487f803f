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
sealed record FundOfPlay(string Code, Currency Currency, decimal Scale, decimal CapPercent, DateOnly? Deadline, InKindTarget? InKind)
{
    public static readonly DateOnly Established = new(2015, 11, 12);

    /// <summary>Two, none and three decimals; amounts of a few cents, and amounts at the edge of what books can hold; with a deadline and without.</summary>
    public static IReadOnlyList<FundOfPlay> All { get; } =
    [
        new("EUTF-AFRICA", Currency.Euro, 0.01m, 5, new(2020, 12, 31), null),
        new("G5-SAHEL", Currency.Of("XOF"), 3_000_000_000, 33.33m, new(2022, 6, 30), null),
        new("RESETTLEMENT", Currency.Of("TND"), 0.001m, 0, null, new("place", 50_000, new(500_000, Currency.Of("TND")))),
    ];

    /// <summary>The smallest amount there is.</summary>
    public decimal Unit => Currency.SmallestUnit;

    public static FundOfPlay Of(string code) => All.Single(fund => fund.Code == code);

    public EstablishFund Establish(DateOnly? on = null) =>
        new(Code, $"Trust fund {Code}", Currency, CapPercent, Deadline, on ?? Established, InKind);
}
