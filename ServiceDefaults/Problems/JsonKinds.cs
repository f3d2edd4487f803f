using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TrustFund.ServiceDefaults;

/// <summary>Says, for the caller, what a value of a type looks like.</summary>
static class JsonKinds
{
    /// <summary>The type of the value at a place of a body, or null when the path leads nowhere.</summary>
    public static Type? At(Type? body, JsonPath path, JsonSerializerOptions options)
    {
        var type = body;
        foreach (var step in path.Steps)
        {
            if (type is null)
            {
                return null;
            }

            var info = options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
            type = info.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary
                ? info.ElementType
                : info.Properties.FirstOrDefault(property => property.Name == step)?.PropertyType;
        }

        return type;
    }

    public static string Describe(Type? type, JsonSerializerOptions options) => (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        null => "It is not of the right kind.",
        { IsEnum: true } words => $"It must be one of {string.Join(", ", Enum.GetValuesAsUnderlyingType(words).Cast<object>().Select(value => Word(words, value, options)))}.",
        var text when text == typeof(string) => "It must be text in quotes.",
        var truth when truth == typeof(bool) => "It must be true or false.",
        var date when date == typeof(DateOnly) => "It must be a date such as \"2026-03-31\".",
        var day when day == typeof(AskedDay) => "It must be a day such as 2018-12-31.",
        var time when time == typeof(DateTimeOffset) || time == typeof(DateTime) => "It must be a time such as \"2026-03-31T12:00:00Z\".",
        var id when id == typeof(Guid) => "It must be an id such as \"019876ab-cdef-7000-8000-0123456789ab\".",
        var whole when whole == typeof(int) || whole == typeof(long) || whole == typeof(short) => "It must be a whole number without quotes.",
        var number when number == typeof(decimal) => "It must be a number without quotes.",
        var other => options.GetTypeInfo(other).Kind switch
        {
            JsonTypeInfoKind.Enumerable => "It must be a list: [ … ].",
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "It must be an object: { … }.",
            _ => "It is not of the right kind.",
        },
    };

    static string Word(Type words, object value, JsonSerializerOptions options) =>
        JsonSerializer.SerializeToElement(Enum.ToObject(words, value), words, options).ToString();
}
