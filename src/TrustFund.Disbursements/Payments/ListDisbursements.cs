using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Payments;

/// <summary>The payments of a fund, oldest first: their ids begin with the time they were made.</summary>
static class ListDisbursements
{
    const string OfFund = """
        select row_to_json(kept)::text from disbursements kept
        where fund = @fund and id > @after and (@status::text is null or status = @status)
        order by id
        limit @take
        """;

    const string OfContract = """
        select row_to_json(kept)::text from disbursements kept
        where contract_id = @contract and fund = @fund and id > @after and (@status::text is null or status = @status)
        order by id
        limit @take
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/disbursements", List).WithName("ListDisbursements");

    /// <summary>List a fund's disbursements</summary>
    /// <remarks>The oldest first, a page at a time. `?status=requested` is what waits for a verifying officer, `?status=verified` for an authorising one.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="status">Only those in this state: requested, verified, authorised, executed, rejected, reversed or returned.</param>
    /// <param name="contract">Only those under the contract with this id.</param>
    static async Task<Ok<Page<DisbursementView>>> List(
        string fund, string? status, string? contract, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new
        {
            fund = Codes.Fold(fund),
            contract = ContractId(contract),
            status = StatusName(status),
            after = page.After ?? "",
            take = page.Take,
        };
        var rows = await database.ReadAll<Disbursement>(contract is null ? OfFund : OfContract, asked, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(DisbursementView.Of)], view => view.Id));
    }

    static string? StatusName(string? status) => status is null || Enum.GetValues<DisbursementStatus>().Select(DisbursementView.NameOf).Contains(status)
        ? status
        : throw new InvalidRequestException("status", "It must be requested, verified, authorised, executed, rejected, reversed or returned.");

    static string? ContractId(string? contract) => contract is null ? null
        : Guid.TryParseExact(contract, "D", out var id) ? id.ToString()
        : throw new InvalidRequestException("contract", "It must be the id of a contract.");
}
