using System.ComponentModel.DataAnnotations;
using Dapper;
using Npgsql;

namespace TrustFund.Disbursements.Bank;

/// <summary>What a line stands for.</summary>
/// <param name="Kind">payment, receipt, cost, interest, recovery, refund or return.</param>
/// <param name="Target">Id of the payment, receipt, cost, booking of interest, recovery order, refund request, or of what came back.</param>
sealed record MatchBody([Required] string Kind, [Required, StringLength(80)] string Target);

/// <summary>Finds the bank entry that a thing is booked under, and has the line matched with it.</summary>
static class MatchByHand
{
    const string FindEntry = """
        select id from bank_entries
        where bookings @> jsonb_build_array(jsonb_build_object('kind', @kind::text, 'target_id', @target::text, 'cancelled', false)) and id like @fund || '/%'
        order by id
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/bank-lines/{id}/match", Match)
        .WithName("MatchBankLine")
        .RequireRole(Roles.FinanceOfficer)
        .Produces<LineView>();

    /// <summary>Match a bank line by hand</summary>
    /// <remarks>For a line whose reference is not the one the thing is booked under. Amount and sign must be the same.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the line.</param>
    static async Task<CommandResult<LineView>> Match(
        string fund, string id, MatchBody body, Caller caller, JournalWriter journal, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (!BankKinds.All.Contains(body.Kind))
            throw new InvalidRequestException("kind", $"It must be one of {string.Join(", ", BankKinds.All)}.");
        var (code, target) = (Codes.Fold(fund), Ids.Fold(body.Target.Trim()));
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var entry = await connection.QueryFirstOrDefaultAsync<string>(new CommandDefinition(FindEntry, new { kind = body.Kind, target, fund = code }, cancellationToken: cancellation));
        return await journal.Record(caller, new MatchLine(code, Ids.Fold(id), body.Kind, target, entry ?? ""));
    }
}
