using System.Globalization;
using Npgsql;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Receipts;

static class ReadReceipts
{
    const string Page = """
        select json_build_object(
            'pledge', row_to_json(p),
            'receipts', coalesce((
                select json_agg(listed order by listed.sequence)
                from (
                    select *
                    from receipts r
                    where r.pledge_id = p.id and (@after::bigint is null or r.sequence > @after)
                    order by r.sequence
                    limit @take
                ) as listed), '[]'))::text
        from pledges p
        where p.fund = @fund and p.id = @pledge
        """;

    const string Single = """
        select json_build_object('pledge', row_to_json(p), 'receipts', json_build_array(row_to_json(r)))::text
        from receipts r
        join pledges p on p.id = r.pledge_id
        where r.receipt_id = @receipt and p.id = @pledge and p.fund = @fund
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/pledges/{pledge:guid}/receipts", List)
            .WithName("ListReceipts").WithTags("Receipts").WithSummary("Lists a pledge's receipts in the order they were booked.");
        routes.MapGet("/funds/{fund}/pledges/{pledge:guid}/receipts/{receipt:guid}", Get)
            .WithName("GetReceipt").WithTags("Receipts").WithSummary("Shows a receipt, and what of it is allocated.");
    }

    static async Task<Found<Page<ReceiptView>>> List(string fund, Guid pledge, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<Row>(
            Page, new { fund = Codes.Fold(fund), pledge = pledge.ToString(), after = page.AfterAs<long>(), take = page.Take }, aborted);
        if (row is null)
            return Found<Page<ReceiptView>>.Made(null, $"The fund {fund} has no pledge '{pledge}'.");
        var receipts = page.Page(row.Receipts, receipt => receipt.Sequence.ToString(CultureInfo.InvariantCulture));
        return Found<Page<ReceiptView>>.Made(new([.. receipts.Items.Select(receipt => ReceiptView.Of(receipt, row.Pledge))], receipts.Next), "");
    }

    static async Task<Found<ReceiptView>> Get(string fund, Guid pledge, Guid receipt, NpgsqlDataSource database, CancellationToken aborted)
    {
        var row = await database.One<Row>(
            Single, new { fund = Codes.Fold(fund), pledge = pledge.ToString(), receipt = receipt.ToString() }, aborted);
        return Found<ReceiptView>.Made(
            row is null ? null : ReceiptView.Of(row.Receipts[0], row.Pledge),
            $"The pledge '{pledge}' of the fund {fund} has no receipt '{receipt}'.");
    }

    sealed record Row(Pledge Pledge, IReadOnlyList<Receipt> Receipts);
}
