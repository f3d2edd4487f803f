using Npgsql;

namespace TrustFund.Leverage;

/// <summary>Reads a fund's books in one statement, so that its figures belong to one moment.</summary>
static class ReadBooks
{
    const string Sql = """
        select json_build_object(
            'fund', row_to_json(f),
            'windows', (select coalesce(json_agg(w order by w.code), '[]') from window_inputs w where w.fund = f.id),
            'instruments', (select coalesce(json_agg(i order by i.code), '[]') from instruments i where i.fund = f.id),
            'portfolio', (select row_to_json(p) from portfolios p where p.id = f.id),
            'target', (select row_to_json(t) from mobilisation_targets t where t.id = f.id))::text
        from fund_inputs f
        where f.id = @fund
        """;

    /// <summary>The books of a fund, or null when there is none.</summary>
    public static async Task<FundBooks?> Of(NpgsqlDataSource database, string fund, CancellationToken cancellation) =>
        (await Rows.Read<FundBooks>(database, Sql, new { fund }, cancellation)).SingleOrDefault();
}
