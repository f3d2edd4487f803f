using System.Reflection;
using System.Runtime.CompilerServices;

namespace TrustFund.Architecture.Tests;

/// <summary>Money is never a binary fraction: 0.1 has none.</summary>
public class DecimalTests
{
    const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static TheoryData<string> WithAmounts => [.. Assemblies.WithAmounts.Select(assembly => assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(WithAmounts))]
    public void No_member_where_amounts_are_known_is_a_double_or_a_float(string name)
    {
        var assembly = Assemblies.WithAmounts.Single(assembly => assembly.GetName().Name == name);

        var binary =
            from type in assembly.GetTypes()
            where type.GetCustomAttribute<CompilerGeneratedAttribute>() is null
            from member in type.GetMembers(Everything)
            where Mentions(member).Any(IsBinary)
            select $"{type.FullName}.{member.Name}";

        Assert.Empty(binary);
    }

    [Theory]
    [InlineData(typeof(double), true)]
    [InlineData(typeof(float?), true)]
    [InlineData(typeof(List<double[]>), true)]
    [InlineData(typeof(decimal), false)]
    [InlineData(typeof(List<decimal?>), false)]
    public void A_binary_fraction_is_found_wherever_it_hides(Type type, bool found) => Assert.Equal(found, IsBinary(type));

    static IEnumerable<Type> Mentions(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        _ => [],
    };

    static bool IsBinary(Type type) =>
        type == typeof(double)
        || type == typeof(float)
        || type == typeof(Half)
        || (type.HasElementType && IsBinary(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(IsBinary));
}
