using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Funds;

/// <summary>The cash of a fund. Every figure is in the fund's currency, and none contains another but as said.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Received">What donors paid within their certificates, less what was reversed: cash to be spent.</param>
/// <param name="Unallocated">What donors paid above their certificates: held apart, not in Received, never spent.</param>
/// <param name="Reserved">What is authorised and not yet paid.</param>
/// <param name="Paid">What was paid under contracts, less payments that were reversed or returned.</param>
/// <param name="Available">What may still be authorised: Balance − Reserved; negative where facts have taken cash away.</param>
/// <param name="Interest">The fund's own interest, signed.</param>
/// <param name="Recovered">What partners paid back, in cash or set off.</param>
/// <param name="Costs">What management and the bank cost.</param>
/// <param name="Refunded">What was refunded to donors out of what had been allocated; a refund that was reversed stays in it, and is in Unallocated again.</param>
/// <param name="Balance">Cash in less cash out: Received + Interest + Recovered − Paid − Costs − Refunded.</param>
sealed record CashView(
    string Fund, Money Received, Money Unallocated, Money Reserved, Money Paid, Money Available, Money Interest, Money Recovered, Money Costs, Money Refunded, Money Balance)
{
    public static CashView Of(FundCash kept) => new(
        kept.Id, kept.In(kept.Received), kept.In(kept.Unallocated), kept.In(kept.Reserved), kept.In(kept.Paid), kept.Available(),
        kept.In(kept.Interest), kept.In(kept.Recovered), kept.In(kept.Costs), kept.In(kept.Refunded), kept.Balance());
}

/// <summary>What cash a fund has, and what is left of it.</summary>
static class ReadCash
{
    const string Select = "select row_to_json(kept)::text from fund_cash kept where id = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/cash", Read).WithName("ReadCash");

    /// <summary>Read a fund's cash</summary>
    /// <remarks>Cash is pooled over the fund's windows. A fund is known here from the moment its establishment has arrived from Pledges.</remarks>
    /// <param name="fund">Code of the fund.</param>
    static async Task<Results<Ok<CashView>, NotFound>> Read(
        string fund, HttpResponse response, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await database.ReadOne<FundCash>(Select, new { fund = Codes.Fold(fund) }, cancellation) is not { } kept)
            return TypedResults.NotFound();
        response.SetETag(kept);
        return TypedResults.Ok(CashView.Of(kept));
    }
}
