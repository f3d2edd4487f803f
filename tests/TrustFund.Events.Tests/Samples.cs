using System.Reflection;
using FsCheck;
using FsCheck.Fluent;

namespace TrustFund.Events.Tests;

/// <summary>Events with random contents, built from their constructors: a new event is tried without a line here.</summary>
static class Samples
{
    static readonly char[] Letters = [.. "abcXYZ019 -_./\\\"'<>&+=é€ßİ中\n\t"];

    public static Arbitrary<IFundEvent> Of(Type type) => Record(type).Select(made => (IFundEvent)made!).ToArbitrary();

    static Gen<object?> Record(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return Gen.CollectToArray(constructor.GetParameters(), Parameter).Select(values => (object?)constructor.Invoke(values));
    }

    static Gen<object?> Parameter(ParameterInfo parameter)
    {
        var nullability = new NullabilityInfoContext().Create(parameter);
        var value = Value(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType);
        return nullability.WriteState == NullabilityState.Nullable
            ? Gen.Frequency((1, Gen.Constant<object?>(null)), (3, value))
            : value;
    }

    static Gen<object?> Value(Type type) => type switch
    {
        _ when type == typeof(string) => Gen.Elements(Letters).ListOf().Select(letters => (object?)string.Concat(letters)),
        _ when type == typeof(bool) => Gen.Elements<object?>(true, false),
        _ when type == typeof(decimal) => Decimals.Select(number => (object?)number),
        _ when type == typeof(int) => Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object?)number),
        _ when type == typeof(long) => Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object?)(number * 4_000_000_000L)),
        _ when type == typeof(DateOnly) => Gen.Choose(0, DateOnly.MaxValue.DayNumber).Select(day => (object?)DateOnly.FromDayNumber(day)),
        _ when type == typeof(Money) => Amounts.Select(amount => (object?)amount),
        { IsEnum: true } => Gen.Elements<object?>(Enum.GetValues(type).Cast<object?>()),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => List(type.GenericTypeArguments[0]),
        _ => Record(type),
    };

    static Gen<object?> List(Type element) =>
        from length in Gen.Choose(0, 4)
        from items in Value(element).ArrayOf(length)
        select (object?)Typed(element, items);

    static Array Typed(Type element, object?[] items)
    {
        var typed = Array.CreateInstance(element, items.Length);
        Array.Copy(items, typed, items.Length);
        return typed;
    }

    static Gen<decimal> Decimals =>
        from whole in Gen.Choose(-1_000_000_000, 1_000_000_000)
        from scale in Gen.Choose(0, 8)
        select new decimal(Math.Abs(whole), 0, 0, whole < 0, (byte)scale);

    static Gen<Money> Amounts =>
        from currency in Gen.Elements<Currency>(Currency.All)
        from units in Gen.Frequency(
            (4, Gen.Choose(-1_000_000_000, 1_000_000_000).Select(units => (long)units)),
            (1, Gen.Elements(0L, 1L, -1L, 99_999_999_999L)))
        select new Money(units * currency.SmallestUnit, currency);
}
