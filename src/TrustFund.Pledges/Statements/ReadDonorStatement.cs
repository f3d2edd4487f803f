using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Statements;

static class ReadDonorStatement
{
    const string Kept = """
        select json_build_object(
            'fund', row_to_json(f),
            'donor', row_to_json(d),
            'pledges', coalesce((select json_agg(p order by p.id) from pledges p where p.fund = f.id and p.donor = d.id), '[]'),
            'certificates', coalesce((
                select json_agg(c)
                from certificates c
                join pledges p on p.id = c.pledge_id
                where p.fund = f.id and p.donor = d.id), '[]'))::text
        from funds f
        cross join donors d
        where f.id = @fund and d.id = @donor
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/donors/{donor}/statement", Get)
        .AnswersReport()
        .WithName("GetDonorStatement")
        .WithTags("Funds")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .WithSummary("Shows where a donor stands with a fund: each stage, and what is outstanding by how long it has been due.")
        .WithDescription(
            "In each currency, outstanding is what is not certified, not due and overdue, less what arrived beyond the certificates. Takes `asOf` "
            + "(booking date) and `knownOn` (recorded time); `Accept: text/csv` or `?format=csv` for a table.");

    static async Task<Results<Ok<DonorStatement>, CsvResult, ProblemHttpResult>> Get(
        string fund, string donor, [AsParameters] ReportQuery query, StatementDesk desk, CancellationToken aborted) => query.Answer(
            await desk.Make(query, session => Make(session, Codes.Fold(fund), Codes.Fold(donor)), aborted),
            () => Missing.Of($"There is no fund '{fund}' or no donor '{donor}'."));

    public static async Task<DonorStatement?> Make(StatementSession session, string fund, string donor)
    {
        if (await session.One<Row>(Kept, new { fund, donor }) is not { } row)
            return null;
        if (session.IsPresent)
            return DonorStatement.Of(session.Header(row.Fund), row.Donor, row.InOrder());
        var history = await session.History(row.Fund.Id, row.Pledges, [row.Donor.Id]);
        return DonorStatement.Of(session.Header(row.Fund), history.Donor(row.Donor.Id) ?? row.Donor with { KindChanges = [] }, history.Pledges);
    }

    sealed record Row(Fund Fund, Donor Donor, IReadOnlyList<Pledge> Pledges, IReadOnlyList<Certificate> Certificates)
    {
        public IReadOnlyList<(Pledge Pledge, IReadOnlyList<Certificate> Certificates)> InOrder()
        {
            var byPledge = Certificates.ToLookup(certificate => certificate.PledgeId);
            return [.. Pledges.Select(pledge => (pledge, PledgeCertificates.InOrder(pledge, [.. byPledge[pledge.Id]])))];
        }
    }
}
