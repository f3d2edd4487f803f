using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Bank;

/// <summary>Something booked under a reference of the fund's bank.</summary>
/// <param name="Kind">payment, receipt, cost, interest, recovery, refund or return.</param>
/// <param name="Target">Id of the payment, receipt, cost, booking of interest, recovery order, refund request, or of what came back.</param>
/// <param name="Amount">What the bank's line says or should say: negative for what went out.</param>
/// <param name="Reference">The bank's reference, in upper case.</param>
/// <param name="ValueOn">The value date it was booked with; null for what was booked before that was kept.</param>
/// <param name="Line">Id of the statement's line that shows it; null while none does.</param>
sealed record BookingView(string Kind, string Target, Money Amount, string Reference, DateOnly? ValueOn, string? Line);

/// <summary>What is booked, beside the lines of statements: the other half of a reconciliation.</summary>
static class ListBookings
{
    // What was booked by mistake is not there, and what was wholly set off no bank ever shows.
    const string Select = """
        select e.id as entry, b.kind, b.target_id as target, b.amount, b.value_on as valued, b.line_id as line, c.currency
        from bank_entries e
        cross join lateral jsonb_to_recordset(e.bookings) as b (kind text, target_id text, amount numeric, line_id text, cancelled boolean, value_on text)
        join fund_cash c on c.id = @fund
        where starts_with(e.id, @fund || '/') and not b.cancelled and b.amount <> 0
          and (coalesce(b.value_on, '') || '/' || e.id || '/' || b.kind || '/' || b.target_id) collate "C" > @after
        """;

    const string NotShown = """

          and b.line_id is null and e.bookings @? '$[*] ? (@.line_id == null && @.cancelled == false && @.amount != 0)'
        """;

    const string Shown = """

          and b.line_id is not null
        """;

    // Two standing bookings of one sign share one entry of the bank. There is an index of the few references that anything shares at all.
    const string SharingTheirEntry = """

          and jsonb_array_length(e.bookings) > 1
          and (
            select count(*) from jsonb_to_recordset(e.bookings) as o (amount numeric, cancelled boolean)
            where not o.cancelled and sign(o.amount) = sign(b.amount)) > 1
        """;

    const string InOrder = """

        order by (coalesce(b.value_on, '') || '/' || e.id || '/' || b.kind || '/' || b.target_id) collate "C"
        limit @take
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/bank-bookings", List).WithName("ListBankBookings");

    /// <summary>List what is booked under a fund's bank references</summary>
    /// <remarks>By value date, a page at a time. `?matched=false` is what no bank statement shows: the counterpart of the lines that nothing explains. `?twice=true` is what counts one entry of the bank twice.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="matched">Only what a line of a statement shows, or none.</param>
    /// <param name="twice">Only what shares its reference with something else that stands and went the same way, in or out: two services may book one entry before they hear of each other.</param>
    public static async Task<Ok<Page<BookingView>>> List(
        string fund, bool? matched, bool? twice, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var sql = Select + (matched switch { null => "", true => Shown, false => NotShown }) + (twice is true ? SharingTheirEntry : "") + InOrder;
        var code = Codes.Fold(fund);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(sql, new { fund = code, after = page.After ?? "", take = page.Take }, cancellationToken: cancellation));
        var part = page.Page([.. rows], row => row.Key);
        return TypedResults.Ok(new Page<BookingView>([.. part.Items.Select(row => row.View(code))], part.Next));
    }

    sealed record Row(string Entry, string Kind, string Target, decimal Amount, string? Valued, string? Line, string Currency)
    {
        public string Key => $"{Valued}/{Entry}/{Kind}/{Target}";

        public BookingView View(string fund) => new(
            Kind, Target, new(Amount, TrustFund.Currency.Of(Currency)), Entry[(fund.Length + 1)..],
            Valued is null ? null : DateOnly.ParseExact(Valued, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Line);
    }
}
