using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>What a step's numbers come to in the world as it is now.</summary>
sealed record Draw(World World, Step Step, Func<string, string> NextId)
{
    static readonly DateOnly Future = new(2031, 1, 1);
    static readonly DateOnly BeforeAll = new(1980, 1, 1);
    static readonly Currency Foreign = Currency.Of("USD");

    public FundOfPlay Fund => FundOfPlay.All[(Step.Which % 5) switch { 3 => 1, 4 => 2, _ => 0 }];

    public string Person => $"p{Step.Person}";

    public bool BadId => Step.Flaw is Flaw.AnotherFund or Flaw.UnknownThing;

    public bool BadDate => Step.Flaw is Flaw.InTheFuture or Flaw.BeforeAllFunds;

    public bool BadAmount => Step.Flaw is Flaw.AnotherCurrency or Flaw.Nothing or Flaw.BelowNothing;

    public bool Flawed => Step.Flaw != Flaw.None;

    public static T? Pick<T>(IEnumerable<T> from, int number)
        where T : class
    {
        var things = from.ToList();
        return things.Count == 0 ? null : things[number % things.Count];
    }

    public static IEnumerable<T> Kept<T>(Node node)
        where T : State => node.Service.All.OfType<T>();

    /// <summary>The fund's code, or that of a fund the thing does not belong to.</summary>
    public string Code(string fund) => Step.Flaw == Flaw.AnotherFund ? FundOfPlay.All.First(other => other.Code != fund).Code : fund;

    /// <summary>The fund's code, or one that nobody has.</summary>
    public string KnownCode(string fund) => BadId ? "NOWHERE" : fund;

    public string Id(string id) => Step.Flaw == Flaw.UnknownThing ? "nobody-knows" : id;

    public DateOnly Day(DateOnly usual) => Step.Flaw switch
    {
        Flaw.InTheFuture => Future,
        Flaw.BeforeAllFunds => BeforeAll,
        _ => usual,
    };

    /// <summary>How much the step asks for, when this much is the most that is possible.</summary>
    public Money Amount(FundOfPlay fund, decimal largest, int times = 1) => Amount(fund.Currency, fund.Scale, largest, times);

    /// <summary>The same in a currency in which a unit of the step is worth so much.</summary>
    public Money Amount(Currency currency, decimal scale, decimal largest, int times = 1) => Step.Flaw switch
    {
        Flaw.AnotherCurrency => new(1, Foreign),
        Flaw.Nothing => Money.Zero(currency),
        Flaw.BelowNothing => new(-currency.SmallestUnit, currency),
        _ => new(
            Math.Clamp(
                Step.Asked switch
                {
                    Asked.APartOfWhatIsPossible => decimal.Floor(largest / currency.SmallestUnit * Step.Units / 30_000) * currency.SmallestUnit,
                    Asked.TheLargestPossible => largest,
                    Asked.OneUnitMoreThanPossible => largest + currency.SmallestUnit,
                    _ => times * Step.Units * scale,
                },
                0,
                Money.Limit - currency.SmallestUnit),
            currency),
    };

    /// <summary>Some of an amount: so many fifths, rounded down to what can be booked.</summary>
    public static Money Fifths(Money amount, int fifths)
    {
        var unit = amount.Currency.SmallestUnit;
        return new(decimal.Floor(amount.Amount / unit * fifths / 5) * unit, amount.Currency);
    }

    public Order Of(Node service, Command command, Outcome outcome) => new(service, command, Person, outcome);

    /// <summary>A command without a flaw is accepted up to the largest amount and refused beyond it.</summary>
    public Outcome UpTo(Money amount, decimal largest, string code) =>
        Flawed || amount.Amount <= 0 ? Outcome.Refused
        : amount.Amount > largest ? Outcome.RefusedAs(code)
        : Outcome.Accepted;

    /// <summary>A command that uses whichever flaw the step has is refused for it; else the service decides.</summary>
    public Outcome AsItMay => Step.Flaw is Flaw.None or Flaw.BeforeAllFunds ? Outcome.AsItMay : Outcome.Refused;
}
