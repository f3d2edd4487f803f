using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Deadlines;

/// <summary>Something of a fund whose last day is near.</summary>
/// <param name="Kind"><c>contracting</c>, <c>implementation</c> or <c>payment</c> for a deadline of the fund; <c>contract-end</c> for the last day of a contract's implementation.</param>
/// <param name="On">The last day.</param>
/// <param name="DaysLeft">How many days are left after today; 0 when today is the last one.</param>
/// <param name="ContractId">Id of the contract; null for a deadline of the fund.</param>
/// <param name="Title">The contract's title; null for a deadline of the fund.</param>
/// <param name="Partner">The contract's partner; null for a deadline of the fund.</param>
/// <param name="AtStake">What would be left over if nothing happened: not contracted (RAC) for a contracting deadline, contracted and not paid (RAL) for the others.</param>
sealed record UpcomingDate(string Kind, DateOnly On, int DaysLeft, string? ContractId, string? Title, string? Partner, Money AtStake);

/// <summary>The deadlines of a fund, and what of them and of its contracts' ends is near.</summary>
static class ReadDeadlines
{
    const string All = """
        SELECT row_to_json(d)::text AS state
        FROM deadlines d
        WHERE d.fund = @fund
        ORDER BY d.last_day, d.id
        """;

    const string Near = """
        WITH open_actions AS (
            SELECT coalesce(sum(greatest(a.approved - a.contracted, 0)), 0) AS rac FROM actions a WHERE a.fund = @fund AND a.closed_on IS NULL
        ), unpaid AS (
            SELECT f.contracted - coalesce((SELECT sum(p.paid) FROM window_payments p WHERE p.fund = f.id), 0) AS ral, f.currency
            FROM funds f WHERE f.id = @fund
        ), near AS (
            SELECT d.kind, d.last_day, d.id AS place, NULL AS contract_id, NULL AS title, NULL AS partner, u.currency,
                   CASE d.kind WHEN 'contracting' THEN o.rac ELSE u.ral END AS at_stake
            FROM deadlines d, open_actions o, unpaid u
            WHERE d.fund = @fund AND d.last_day BETWEEN @today::date AND @until::date
            UNION ALL
            SELECT 'contract-end', c.ends_on, c.id, c.id, c.title, c.partner, c.currency, c.contracted - coalesce(p.paid, 0)
            FROM contracts c
            LEFT JOIN contract_payments p ON p.id = c.id
            WHERE c.fund = @fund AND c.ends_on BETWEEN @today::date AND @until::date AND c.state <> 'terminated'
        )
        SELECT kind, to_char(last_day, 'YYYY-MM-DD') AS last_day, contract_id, title, partner, currency, at_stake
        FROM near
        WHERE @after::text IS NULL OR to_char(near.last_day, 'YYYY-MM-DD') || '/' || place > @after
        ORDER BY to_char(near.last_day, 'YYYY-MM-DD') || '/' || place
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/deadlines", List)
            .WithName("ListDeadlines").WithTags("Deadlines")
            .WithSummary("The deadlines of a fund, earliest first");
        routes.MapGet("/funds/{fund}/deadlines/upcoming", Upcoming)
            .WithName("ListUpcomingDates").WithTags("Deadlines")
            .WithSummary("What is about to pass: deadlines of a fund and ends of its contracts, earliest first")
            .WithDescription("`days` is how far to look ahead, 1 to 3660, 90 when left out. Each comes with what is at stake: RAC or RAL.");
    }

    static async Task<Results<Ok<IReadOnlyList<DeadlineView>>, ProblemHttpResult>> List(string fund, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(All, new { fund }, aborted);
        return found.Count == 0 && !await db.HasFund(fund, aborted)
            ? Missing.Fund(fund)
            : TypedResults.Ok<IReadOnlyList<DeadlineView>>([.. found.Select(row => DeadlineView.Of(Rows.State<Deadline>(row)))]);
    }

    static async Task<Results<Ok<Page<UpcomingDate>>, ProblemHttpResult>> Upcoming(
        string fund, PageRequest page, NpgsqlDataSource db, TimeProvider clock, CancellationToken aborted, [Range(1, 3660)] int days = 90)
    {
        fund = Codes.Fold(fund);
        var today = Deadline.Today(clock.GetUtcNow());
        var found = await db.Read<(string Kind, string LastDay, string? Id, string? Title, string? Partner, string Currency, decimal AtStake)>(
            Near,
            new { fund, today = Iso(today), until = Iso(today.AddDays(days)), after = page.After, take = page.Take },
            aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        var shown = page.Page(found, row => $"{row.LastDay}/{row.Id ?? $"{fund}/{row.Kind}"}");
        return TypedResults.Ok(new Page<UpcomingDate>([.. shown.Items.Select(row => View(row, today))], shown.Next));
    }

    static UpcomingDate View(
        (string Kind, string LastDay, string? Id, string? Title, string? Partner, string Currency, decimal AtStake) row, DateOnly today)
    {
        var on = DateOnly.ParseExact(row.LastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(row.Kind, on, on.DayNumber - today.DayNumber, row.Id, row.Title, row.Partner, new(row.AtStake, Currency.Of(row.Currency)));
    }

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
