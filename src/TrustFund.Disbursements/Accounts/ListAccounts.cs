using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Accounts;

/// <summary>Partners' bank accounts, the oldest first.</summary>
static class ListAccounts
{
    const string Select = """
        select row_to_json(kept)::text from bank_accounts kept
        where (@partner::text is null or partner = @partner) and (@status::text is null or status = @status) and id > @after
        order by id
        limit @take
        """;

    const string SelectOne = "select row_to_json(kept)::text from bank_accounts kept where id = @id and partner = @partner";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/bank-accounts", List).WithName("ListBankAccounts");
        routes.MapGet("/partners/{partner}/bank-accounts/{id}", Read).WithName("ReadBankAccount");
    }

    /// <summary>List partners' bank accounts</summary>
    /// <remarks>`?status=proposed` is what waits for a verifying officer.</remarks>
    /// <param name="partner">Only those of the partner with this code.</param>
    /// <param name="status">Only those in this state: proposed, verified or closed.</param>
    static async Task<Ok<Page<AccountView>>> List(string? partner, string? status, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (status is not (null or "proposed" or "verified" or "closed"))
            throw new InvalidRequestException("status", "It must be proposed, verified or closed.");
        var asked = new { partner = partner is null ? null : Codes.Fold(partner), status, after = page.After ?? "", take = page.Take };
        var rows = await database.ReadAll<BankAccount>(Select, asked, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(AccountView.Of)], view => view.Id));
    }

    /// <summary>Read a partner's bank account</summary>
    /// <param name="partner">Code of the partner.</param>
    /// <param name="id">Id of the account.</param>
    static async Task<Results<Ok<AccountView>, NotFound>> Read(
        string partner, string id, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await database.ReadOne<BankAccount>(SelectOne, new { id = Ids.Fold(id), partner = Codes.Fold(partner) }, cancellation) is not { } kept)
            return TypedResults.NotFound();
        response.SetETag(kept);
        return TypedResults.Ok(AccountView.Of(kept));
    }
}
