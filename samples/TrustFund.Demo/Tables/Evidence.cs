using System.Globalization;
using System.Text.Json;
using TrustFund.Demo.Books;
using TrustFund.Demo.Playing;
using TrustFund.Demo.Story;

namespace TrustFund.Demo.Tables;

/// <summary>What a table is made from.</summary>
/// <param name="Date">The date that was reached.</param>
/// <param name="Books">The journals of this story up to that date.</param>
/// <param name="Api">The services.</param>
/// <param name="Figures">The published figures.</param>
/// <param name="Besides">What somebody else recorded about the same funds.</param>
sealed record Evidence(DateOnly Date, FundBooks Books, Api Api, FigureSet Figures, IReadOnlyList<Entry> Besides)
{
    /// <summary>How a table of the journals says where it is from.</summary>
    public string FromJournals => string.Create(
        CultureInfo.InvariantCulture, $"Folded from the journals' public feeds: this story's entries with value dates up to {Date:yyyy-MM-dd}.");

    /// <summary>How a table of a service's answers says where it is from.</summary>
    public static string FromService(string service, string path) => $"What {service} answers now: GET {path}. Nothing later in the story changes it.";

    /// <summary>Says what somebody else recorded about a fund, for a table of present answers; nothing when nobody did.</summary>
    public IReadOnlyList<string> OthersIn(string fund)
    {
        var others = Besides.Where(entry => entry.Fund == fund).ToList();
        return others.Count == 0
            ? []
            : [$"Not of this story, but in present answers: {others.Count} of the journals' entries about {fund}, from {others[0].Source}:{others[0].Sequence} ({others[0].Type}) on."];
    }
}

/// <summary>Reads amounts off answers.</summary>
static class Answers
{
    /// <summary>The amount at a path of members.</summary>
    public static decimal Amount(this JsonElement answer, params ReadOnlySpan<string> path) => answer.At(path).Deserialize<Money>().Amount;

    /// <summary>The number at a path of members.</summary>
    public static decimal Number(this JsonElement answer, params ReadOnlySpan<string> path) => answer.At(path).GetDecimal();

    static JsonElement At(this JsonElement answer, ReadOnlySpan<string> path)
    {
        foreach (var member in path)
            answer = answer.GetProperty(member);
        return answer;
    }
}
