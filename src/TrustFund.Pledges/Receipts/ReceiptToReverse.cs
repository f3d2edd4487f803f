using Npgsql;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Receipts;

/// <summary>Finds the entry that is to be reversed: its row is known by the bank's reference, which no command may look for itself.</summary>
static class ReceiptToReverse
{
    const string Entries = "select r.bank_reference from receipts r where r.receipt_id = @receipt and r.pledge_id = @pledge and r.fund = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/receipts/{receipt:guid}/reversal", async (
            string fund, Guid pledge, Guid receipt, ReverseReceiptRequest request, Caller caller, JournalWriter journal, NpgsqlDataSource database, CancellationToken aborted) =>
        {
            var code = Codes.Fold(fund);
            var reference = await database.Text(Entries, new { receipt = receipt.ToString(), pledge = pledge.ToString(), fund = code }, aborted);
            return await journal.Record(caller, new ReverseReceipt(
                code, pledge.ToString(), reference ?? "", Guid.CreateVersion7().ToString(), request.ReversedOn, request.Reason.Trim(), request.BankReference, receipt.ToString()));
        })
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ReverseReceipt")
        .WithTags("Receipts")
        .WithSummary("Reverses a receipt, once and wholly: the bank took it back, or the entry was wrong.")
        .WithDescription("With the bank's reference of the reversing entry it is the bank's own fact, and books even while a refund holds the money. Without one it is a correction: the receipt's bank reference may then be booked anew.")
        .Produces<ReceiptView>();
}
