using Npgsql;
using TrustFund.Contracts.Reading;

namespace TrustFund.Contracts.Funds;

static class ReadFundBook
{
    /// <summary>One statement, hence one snapshot: figures read apart might not add up.</summary>
    const string Sql = """
        SELECT row_to_json(f)::text AS fund,
               row_to_json(w)::text AS opened,
               coalesce(own.paid, 0) AS paid,
               coalesce(across.paid, 0) AS cross_window_paid
        FROM funds f
        LEFT JOIN windows w ON w.fund = f.id
        LEFT JOIN window_payments own ON own.id = w.id
        LEFT JOIN window_payments across ON across.fund = f.id AND across.window_code IS NULL
        WHERE f.id = @fund
        ORDER BY w.position
        """;

    /// <summary>The book of a fund, or null when there is no such fund.</summary>
    public static async Task<FundBook?> Book(this NpgsqlDataSource db, string fund, CancellationToken aborted)
    {
        var rows = await db.Read<(string Fund, string? Window, decimal Paid, decimal CrossWindowPaid)>(Sql, new { fund }, aborted);
        return rows.Count == 0
            ? null
            : new(
                Rows.State<Fund>(rows[0].Fund),
                [.. rows.Where(row => row.Window is not null).Select(row => new WindowBook(Rows.State<Window>(row.Window!), row.Paid))],
                rows[0].CrossWindowPaid);
    }
}
