using System.Text.Json;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reading;

/// <summary>Words of a query as they stand in JSON: in lower case, with hyphens.</summary>
static class Kebab
{
    /// <summary>The value that a word stands for.</summary>
    /// <exception cref="InvalidRequestException">It stands for none.</exception>
    public static T Read<T>(string field, string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }
        throw new InvalidRequestException(field, $"It must be one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}.");
    }

    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
