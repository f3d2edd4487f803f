using System.Globalization;
using System.Text.Json.Serialization;

namespace TrustFund;

/// <summary>
/// An exact amount in one currency. It never holds more decimals than the currency's minor units (ISO 4217) and is always
/// smaller than 10^15 units in size, so that no sum of a trust fund can lose a cent. Two amounts are equal when currency and
/// value are, however they were written (<c>1</c> and <c>1.00</c>). <c>default(Money)</c> has no currency, and every use of it throws.
/// </summary>
[JsonConverter(typeof(MoneyJsonConverter))]
public readonly record struct Money : IComparable<Money>
{
    /// <summary>What every amount stays below in size, in whole units of its currency: 10^15.</summary>
    public const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>An amount of a currency.</summary>
    /// <param name="amount">In whole units of the currency (euros, not cents); zeros beyond its minor units are dropped.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more decimals than the currency, or is 10^15 or more in size.</exception>
    /// <exception cref="InvalidOperationException">The currency is <c>default(Currency)</c>.</exception>
    public Money(decimal amount, Currency currency)
    {
        if (decimal.Round(amount, currency.MinorUnits) != amount)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, Messages.TooPrecise(currency));
        }

        if (Math.Abs(amount) >= Limit)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, Messages.TooLarge);
        }

        Amount = WithScale(amount, currency);
        Currency = currency;
    }

    /// <summary>The amount in whole units of <see cref="Currency"/> (euros, not cents), carrying exactly its minor units as decimals.</summary>
    public decimal Amount { get; }

    /// <summary>The currency of <see cref="Amount"/>.</summary>
    public Currency Currency { get; }

    /// <summary>Whether this is more than nothing.</summary>
    public bool IsPositive => Amount > 0;

    /// <summary>Whether this is less than nothing.</summary>
    public bool IsNegative => Amount < 0;

    /// <summary>Whether this is nothing at all.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>Nothing, in a currency.</summary>
    /// <exception cref="InvalidOperationException">The currency is <c>default(Currency)</c>.</exception>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>An amount in euro.</summary>
    /// <param name="amount">In euros.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than two decimals, or 10^15 or more in size.</exception>
    public static Money Euros(decimal amount) => new(amount, Currency.Euro);

    /// <summary>Rounds a calculated amount, once, to the currency's minor units: half up, away from zero (Regulation (EC) No 1103/97, article 5).</summary>
    /// <param name="amount">In whole units of the currency, with any number of decimals.</param>
    /// <param name="currency">The currency.</param>
    /// <exception cref="OverflowException">The rounded amount is 10^15 or more in size.</exception>
    /// <exception cref="InvalidOperationException">The currency is <c>default(Currency)</c>.</exception>
    public static Money Rounded(decimal amount, Currency currency) =>
        Checked(decimal.Round(amount, currency.MinorUnits, MidpointRounding.AwayFromZero), currency);

    /// <summary>The sum of any number of amounts; of none, nothing in the given currency.</summary>
    /// <exception cref="InvalidOperationException">An amount is in another currency.</exception>
    /// <exception cref="OverflowException">The sum is 10^15 or more in size.</exception>
    public static Money Sum(IEnumerable<Money> amounts, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return amounts.Aggregate(Zero(currency), (sum, amount) => sum + amount);
    }

    /// <summary>The smaller of two amounts.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public static Money Min(Money left, Money right) => left <= right ? left : right;

    /// <summary>The larger of two amounts.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public static Money Max(Money left, Money right) => left >= right ? left : right;

    /// <summary>The same amount without its sign.</summary>
    public Money Abs() => IsNegative ? -this : this;

    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    /// <exception cref="OverflowException">The sum is 10^15 or more in size.</exception>
    public static Money operator +(Money left, Money right) => Checked(left.Amount + right.In(left), left.Currency);

    /// <summary>Takes one amount from another of the same currency; the result may be negative.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    /// <exception cref="OverflowException">The difference is 10^15 or more in size.</exception>
    public static Money operator -(Money left, Money right) => Checked(left.Amount - right.In(left), left.Currency);

    /// <summary>The amount with the opposite sign.</summary>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>Whether the first is less than the second.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the first is more than the second.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the first is at most the second.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the first is at least the second.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Orders amounts of one currency by value.</summary>
    /// <exception cref="InvalidOperationException">They are in different currencies.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(other.In(this));

    /// <summary>The amount with the currency's decimals and its code, the same everywhere: <c>408600000.00 EUR</c>.</summary>
    public override string ToString() => $"{AmountText} {Currency}";

    internal string AmountText => Amount.ToString(CultureInfo.InvariantCulture);

    static Money Checked(decimal amount, Currency currency) =>
        Math.Abs(amount) < Limit ? new Money(amount, currency) : throw new OverflowException(Messages.TooLarge);

    // Adding a zero of the wanted scale gives "1" two decimals; the sign of a negative zero goes with it.
    static decimal WithScale(decimal amount, Currency currency)
    {
        var zero = new decimal(0, 0, 0, false, (byte)currency.MinorUnits);
        return amount == 0 ? zero : decimal.Round(amount, currency.MinorUnits) + zero;
    }

    decimal In(Money other)
    {
        if (Currency.Code != other.Currency.Code)
        {
            throw new InvalidOperationException($"An amount in {Currency} cannot be added to or compared with one in {other.Currency}: convert it first.");
        }

        return Amount;
    }
}
