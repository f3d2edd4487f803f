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
/// <param name="Reports">Audit's reports.</param>
/// <param name="Story">The story.</param>
/// <param name="Ids">The ids of what its steps made, by the steps' keys.</param>
/// <param name="Besides">What somebody else recorded about the same funds.</param>
sealed record Evidence(
    DateOnly Date,
    FundBooks Books,
    Api Api,
    AuditReports Reports,
    PublishedStory Story,
    IReadOnlyDictionary<string, string> Ids,
    IReadOnlyList<Entry> Besides)
{
    const string Auditor = "audit";

    /// <summary>The published figures.</summary>
    public FigureSet Figures => Story.Figures;

    /// <summary>How a table of the journals says where it is from.</summary>
    public string FromJournals => string.Create(
        CultureInfo.InvariantCulture, $"Folded from the journals' public feeds: this story's entries with value dates up to {Date:yyyy-MM-dd}.");

    /// <summary>How a table of a service's answers says where it is from.</summary>
    public static string FromService(string service, string path) => $"What {service} answers now: GET {path}. Nothing later in the story changes it.";

    /// <summary>How a table of Audit's reports says where it is from.</summary>
    public string FromAudit(string fund, string report) => string.Create(
        CultureInfo.InvariantCulture, $"What Audit reports of its ledger as of {Date:yyyy-MM-dd}: GET /funds/{fund}/reports/{report}.");

    /// <summary>A report of Audit as of the date that was reached.</summary>
    public Task<JsonElement> Report(string fund, string report, CancellationToken cancellation) => Reports.Get(fund, report, Date, cancellation);

    /// <summary>
    /// Says what somebody else recorded about a fund; nothing when nobody did. To be asked once the story has no more steps about the fund:
    /// until they are replayed, what a run before recorded by them looks like somebody else's.
    /// </summary>
    public IReadOnlyList<string> OthersIn(string fund)
    {
        // What Audit records (exceptions, published figures) changes no answer about a fund's money.
        var others = Besides.Where(entry => entry.Fund == fund && entry.Source != Auditor).ToList();
        return others.Count == 0
            ? []
            : [$"Not of this story, but in answers and in reports as of its dates: {others.Count} of the journals' entries about {fund}, from {others[0].Source}:{others[0].Sequence} ({others[0].Type}) on."];
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
