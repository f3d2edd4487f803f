using Npgsql;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Interest;

/// <summary>Finds the entry that is to be reversed: its row is known by the bank's reference, which no command may look for itself.</summary>
static class InterestToReverse
{
    const string Entries = "select i.bank_reference from interest_entries i where i.interest_id = @interest and i.fund = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/interest/{interest:guid}/reversal", async (
            string fund, Guid interest, ReverseInterestRequest request, Caller caller, JournalWriter journal, NpgsqlDataSource database, CancellationToken aborted) =>
        {
            var code = Codes.Fold(fund);
            var reference = await database.Text(Entries, new { interest = interest.ToString(), fund = code }, aborted);
            return await journal.Record(caller, new ReverseInterest(code, reference ?? "", request.ReversedOn, request.Reason.Trim(), interest.ToString()));
        })
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("ReverseInterest")
        .WithTags("Interest")
        .WithSummary("Reverses an entry of interest, once and wholly.")
        .Produces<InterestView>();
}
