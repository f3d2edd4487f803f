using Dapper;
using Npgsql;
using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;

namespace TrustFund.Pledges.Statements;

/// <summary>One snapshot of the database, read for one report about one fund.</summary>
sealed class StatementSession(NpgsqlConnection connection, ReportQuery asked, long position, DateTimeOffset now, CancellationToken aborted)
{
    // What is recorded about a pledge stands under its own id and these; certificates need their fund's windows.
    const string OtherSubjects = """
        select r.id from reductions r where r.pledge_id = any(@pledges)
        union all select b.id from refunds b where b.pledge_id = any(@pledges)
        union all select w.code from windows w where w.fund = @fund
        """;

    /// <summary>Whether everything counts that is recorded: then the kept rows answer.</summary>
    public bool IsPresent => asked.IsPresent;

    /// <summary>The day it is made for.</summary>
    public DateOnly AsOf => asked.Day ?? Today;

    /// <summary>The day it is, UTC.</summary>
    public DateOnly Today => Days.Of(now);

    /// <summary>What the report stands for. Everything in it is the service's own, so nothing can be missing.</summary>
    public ReportHeader Header(Fund fund) => new(
        fund.Id, fund.Name, fund.Currency.Code, AsOf, asked.Moment ?? now, [new("pledges", position)], Provisional: false, []);

    /// <summary>The one row of a query that gives JSON, or null.</summary>
    public async Task<T?> One<T>(string sql, object parameters)
        where T : class =>
        await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(sql, parameters, cancellationToken: aborted)) is { } row ? Rows.Read<T>(row) : null;

    /// <summary>Some pledges of a fund, as they stood on the day that is asked for and as known on that moment.</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="pledges">The pledges as they are kept.</param>
    /// <param name="more">What else is to be known: donors, pairs of currencies.</param>
    public async Task<PledgesAsOf> History(string fund, IReadOnlyList<Pledge> pledges, IEnumerable<string> more)
    {
        var ids = pledges.Select(pledge => pledge.Id).ToArray();
        var others = await connection.QueryAsync<string>(new CommandDefinition(OtherSubjects, new { pledges = ids, fund }, cancellationToken: aborted));
        string[] subjects = [fund, .. ids, .. pledges.SelectMany(pledge => pledge.Certificates), .. others, .. pledges.Select(pledge => pledge.Donor), .. more];
        return PledgesAsOf.Fold(await JournalPrefix.Entries(connection, fund, [.. subjects.Distinct()], position, aborted), asked.Day);
    }
}
