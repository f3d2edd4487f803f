using Npgsql;
using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>How far the books go that a report is made from.</summary>
/// <param name="Own">The last entry of Leverage's own journal that counts.</param>
/// <param name="Pledges">The last entry of Pledges that counts.</param>
/// <param name="Applied">The last entry of Pledges that is applied, whether it counts or not.</param>
/// <param name="AppliedAt">When Pledges recorded the last one that changed an input; null for none.</param>
/// <param name="Unapplied">How many entries of Pledges could not be applied and wait.</param>
sealed record BooksPositions(long Own, long Pledges, long Applied, DateTimeOffset? AppliedAt, long Unapplied);

/// <summary>A fund's books, with how far they go.</summary>
sealed record PositionedBooks(FundBooks Books, BooksPositions Positions);

/// <summary>
/// Reads a fund's books for a report, with a header that says what they stand for: as they are kept, or, for another day or moment, summed
/// from their history.
/// </summary>
sealed class BooksDesk(NpgsqlDataSource database, SourceHeads heads, TimeProvider clock)
{
    const string Own = "leverage";
    const string Pledges = "pledges";

    // Shared, so that no group is about to commit with an earlier recorded time than the moment that is asked for.
    const string AwaitCommits = "select sequence from journal.head for share";

    /// <summary>The books of a fund, or null when there is none.</summary>
    /// <param name="fund">Code of the fund, upper case.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="cancellation">That nobody waits any more.</param>
    public async Task<FundBooks?> Read(string fund, ReportQuery asked, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (asOf, knownOn) = (asked.Day, asked.Moment);
        // Asked before the books are read, so that what was applied meanwhile can only make them more complete.
        var said = await heads.Ask(cancellation);
        if (await Read(fund, asOf, knownOn, cancellation) is not { } read)
            return null;
        var (books, positions) = read;
        var reasons = new List<string>();
        var (last, answered) = said[Pledges];
        if (Completeness.WhyProvisional(new(Pledges, positions.Applied, positions.AppliedAt), last, answered, knownOn ?? now) is { } reason)
            reasons.Add(reason);
        if (positions.Unapplied > 0)
            reasons.Add(FormattableString.Invariant($"{positions.Unapplied} entries of {Pledges} could not be applied and wait to be replayed."));
        return books with
        {
            Header = new(
                books.Fund.Id, books.Fund.Name, books.Fund.Currency, asOf ?? DateOnly.FromDateTime(now.UtcDateTime), knownOn ?? now,
                [new(Pledges, positions.Pledges), new(Own, positions.Own)], reasons.Count > 0, reasons),
        };
    }

    async Task<PositionedBooks?> Read(string fund, DateOnly? asOf, DateTimeOffset? knownOn, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (knownOn is not null)
        {
            await using var wait = new NpgsqlCommand(AwaitCommits, connection);
            await wait.ExecuteNonQueryAsync(cancellation);
        }
        var isPresent = asOf is null && knownOn is null;
        await using var command = new NpgsqlCommand(isPresent ? BooksSql.KeptWithPositions : knownOn is null ? BooksSql.AsOf : BooksSql.KnownOn, connection);
        command.Parameters.AddWithValue("fund", fund);
        if (!isPresent)
        {
            command.Parameters.AddWithValue("asOf", asOf ?? DateOnly.MaxValue);
            // Without a moment everything counts that is recorded: a clock that lags behind a source's must not hide anything.
            command.Parameters.AddWithValue("knownOn", knownOn ?? DateTimeOffset.MaxValue);
        }
        return await command.ExecuteScalarAsync(cancellation) is string document ? Rows.Parse<PositionedBooks>(document) : null;
    }
}
