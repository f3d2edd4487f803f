using System.Globalization;
using Microsoft.AspNetCore.Http;
using TrustFund.Events;

namespace TrustFund.Journal.Reporting;

/// <summary>What a report stands for.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="FundName">Its name.</param>
/// <param name="Currency">The currency of every amount in it.</param>
/// <param name="AsOf">The booking date up to which it counts.</param>
/// <param name="KnownOn">The moment, UTC: what was recorded later does not count.</param>
/// <param name="Positions">The last entry of each source that counts.</param>
/// <param name="Provisional">Whether entries recorded before that moment may be missing.</param>
/// <param name="Reasons">Why it is provisional; empty when it is not.</param>
public sealed record ReportHeader(
    string Fund,
    string FundName,
    string Currency,
    DateOnly AsOf,
    DateTimeOffset KnownOn,
    IReadOnlyList<SourceSequence> Positions,
    bool Provisional,
    IReadOnlyList<string> Reasons)
{
    /// <summary>An amount of the report.</summary>
    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>Says the same in the headers of an answer whose body is a table.</summary>
    public void AddTo(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        headers["TrustFund-As-Of"] = AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        headers["TrustFund-Known-On"] = KnownOn.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        headers["TrustFund-Positions"] = string.Join(',', Positions.Select(position => string.Create(CultureInfo.InvariantCulture, $"{position.Source}:{position.Sequence}")));
        headers["TrustFund-Provisional"] = Provisional ? "true" : "false";
    }
}
