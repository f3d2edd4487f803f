using System.Globalization;
using Npgsql;
using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Reading;
using TrustFund.Journal;

namespace TrustFund.Contracts.Deadlines;

/// <summary>
/// What the clock should see to. It only looks for what may be due: each command decides for itself, under the journal's head, whether it
/// still is.
/// </summary>
sealed class DueDates(NpgsqlDataSource db)
{
    /// <summary>How much is seen to at once.</summary>
    public const int Most = 500;

    const string Deadlines = """
        SELECT fund, kind
        FROM deadlines
        WHERE awaited AND last_day < @today::date AND passed IS DISTINCT FROM last_day
        ORDER BY id
        LIMIT @most
        """;

    const string Actions = """
        SELECT a.fund, a.id
        FROM deadlines d
        JOIN actions a ON a.fund = d.fund AND a.closed_on IS NULL
        WHERE d.kind = 'contracting' AND d.passed = d.last_day
        ORDER BY a.id
        LIMIT @most
        """;

    const string Contracts = """
        SELECT fund, id
        FROM contracts
        WHERE ends_on < @today::date AND ended_on IS DISTINCT FROM ends_on AND state <> 'terminated'
        ORDER BY ends_on, id
        LIMIT @most
        """;

    /// <summary>Deadlines first: only when one has passed are there actions to close.</summary>
    public async Task<IReadOnlyList<Command<Acted>>> Read(DateOnly today, CancellationToken aborted)
    {
        var parameters = new { today = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), most = Most };
        var deadlines = await db.Read<(string Fund, string Kind)>(Deadlines, parameters, aborted);
        if (deadlines.Count > 0)
            return [.. deadlines.Select(due => new PassDeadline(due.Fund, Enum.Parse<DeadlineKind>(due.Kind, ignoreCase: true)))];
        var actions = await db.Read<(string Fund, string Id)>(Actions, parameters, aborted);
        if (actions.Count > 0)
            return [.. actions.Select(due => new CloseAction(due.Fund, due.Id))];
        var contracts = await db.Read<(string Fund, string Id)>(Contracts, parameters, aborted);
        return [.. contracts.Select(due => new EndContract(due.Fund, due.Id))];
    }
}
