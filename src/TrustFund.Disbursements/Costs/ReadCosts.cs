using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Disbursements.Funds;

namespace TrustFund.Disbursements.Costs;

/// <summary>What management and the bank may cost and did, in the fund's currency.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Allocated">The ceiling, as allocated out of the fund's pool.</param>
/// <param name="Reserved">What is authorised and not yet paid.</param>
/// <param name="Paid">Management costs that were paid.</param>
/// <param name="BankCharges">What the bank took.</param>
/// <param name="Open">Allocated − Reserved − Paid − BankCharges; negative where charges of the bank went above the ceiling.</param>
sealed record ManagementCostsView(string Fund, Money Allocated, Money Reserved, Money Paid, Money BankCharges, Money Open)
{
    public static ManagementCostsView Of(ManagementCosts kept) =>
        new(kept.Id, kept.In(kept.Allocated), kept.In(kept.Reserved), kept.In(kept.Paid), kept.In(kept.BankCharges), kept.Open());
}

/// <summary>Costs paid without a contract, the oldest first.</summary>
static class ReadCosts
{
    const string Select = """
        select row_to_json(kept)::text from costs kept
        where fund = @fund and id > @after and (@status::text is null or status = @status) and (@kind::text is null or kind = @kind)
        order by id
        limit @take
        """;

    const string SelectOne = "select row_to_json(kept)::text from costs kept where id = @id and fund = @fund";

    const string SelectCeiling = "select row_to_json(kept)::text from management_costs kept where id = @fund";

    const string SelectFund = "select row_to_json(kept)::text from fund_cash kept where id = @fund";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/costs", List).WithName("ListCosts");
        routes.MapGet("/funds/{fund}/costs/{id}", Read).WithName("ReadCost");
        routes.MapGet("/funds/{fund}/management-costs/spending", ReadCeiling).WithName("ReadManagementCostSpending");
    }

    /// <summary>List a fund's costs</summary>
    /// <remarks>The oldest first, a page at a time. `?status=requested` is what waits for an authorising officer.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="status">Only those in this state: requested, authorised, paid, rejected or reversed.</param>
    /// <param name="kind">Only those of this kind: management or bank-charge.</param>
    static async Task<Ok<Page<CostView>>> List(
        string fund, string? status, string? kind, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (status is not null && !Enum.GetValues<CostStatus>().Select(Cost.NameOf).Contains(status))
            throw new InvalidRequestException("status", "It must be requested, authorised, paid, rejected or reversed.");
        if (kind is not (null or "management" or "bank-charge"))
            throw new InvalidRequestException("kind", "It must be management or bank-charge.");
        var rows = await database.ReadAll<Cost>(Select, new { fund = Codes.Fold(fund), status, kind, after = page.After ?? "", take = page.Take }, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(CostView.Of)], view => view.Id));
    }

    /// <summary>Read a cost</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the cost.</param>
    static async Task<Results<Ok<CostView>, NotFound>> Read(
        string fund, string id, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await database.ReadOne<Cost>(SelectOne, new { id = Ids.Fold(id), fund = Codes.Fold(fund) }, cancellation) is not { } kept)
            return TypedResults.NotFound();
        response.SetETag(kept);
        return TypedResults.Ok(CostView.Of(kept));
    }

    /// <summary>Read what management may cost and did</summary>
    /// <remarks>Charges of the bank count against what was allocated to management. All zero while nothing was allocated and nothing charged.</remarks>
    /// <param name="fund">Code of the fund.</param>
    static async Task<Results<Ok<ManagementCostsView>, NotFound>> ReadCeiling(string fund, NpgsqlDataSource database, CancellationToken cancellation) =>
        await database.ReadOne<ManagementCosts>(SelectCeiling, new { fund = Codes.Fold(fund) }, cancellation) is { } kept
            ? TypedResults.Ok(ManagementCostsView.Of(kept))
            : await database.ReadOne<FundCash>(SelectFund, new { fund = Codes.Fold(fund) }, cancellation) is { } known
                ? TypedResults.Ok(ManagementCostsView.Of(new ManagementCosts { Id = known.Id, Currency = known.Currency }))
                : TypedResults.NotFound();
}
