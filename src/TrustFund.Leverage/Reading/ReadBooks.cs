using Npgsql;

namespace TrustFund.Leverage;

/// <summary>Reads a fund's books as they stand, in one statement, so that its figures belong to one moment.</summary>
static class ReadBooks
{
    /// <summary>The books of a fund, or null when there is none.</summary>
    public static async Task<FundBooks?> Of(NpgsqlDataSource database, string fund, CancellationToken cancellation) =>
        (await Rows.Read<FundBooks>(database, BooksSql.Kept, new { fund }, cancellation)).SingleOrDefault();
}
