using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Disbursements.Funds;

namespace TrustFund.Disbursements.Sources;

/// <summary>Whose money a fund's cash is.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Donors">What each donor brought, pooled and for each window.</param>
/// <param name="Unattributed">What was paid out that no donor's money covered.</param>
sealed record SourcesView(string Fund, IReadOnlyList<DonorCashView> Donors, Money Unattributed)
{
    public static SourcesView Of(FundSources kept)
    {
        var currency = Currency.Of(kept.Currency);
        return new(
            kept.Id,
            [.. kept.Pots.Select(pot => new DonorCashView(pot.Donor, pot.Window, new(pot.Brought, currency), new(pot.Used, currency), new(pot.Left(), currency)))],
            new(kept.Unattributed, currency));
    }
}

/// <summary>What one donor brought for one purpose.</summary>
/// <param name="Donor">Code of the donor; `FUND-INTEREST` for the fund's own interest.</param>
/// <param name="Window">The window it is earmarked to; null for the pool.</param>
/// <param name="Brought">What arrived and is allocated, less what was reversed.</param>
/// <param name="Used">What payments, costs and refunds took of it, less what came back.</param>
/// <param name="Left">What is left of it.</param>
sealed record DonorCashView(string Donor, string? Window, Money Brought, Money Used, Money Left);

/// <summary>Whose money a fund's cash is.</summary>
static class ReadSources
{
    const string Select = "select row_to_json(kept)::text from fund_sources kept where id = @fund";

    const string SelectFund = "select row_to_json(kept)::text from fund_cash kept where id = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/cash/sources", Read).WithName("ReadCashSources");

    /// <summary>Read whose money a fund's cash is</summary>
    /// <remarks>What each donor brought and what of it payments, costs and refunds have used. A payment's own attribution is in the payment.</remarks>
    /// <param name="fund">Code of the fund.</param>
    static async Task<Results<Ok<SourcesView>, NotFound>> Read(string fund, NpgsqlDataSource database, CancellationToken cancellation) =>
        await database.ReadOne<FundSources>(Select, new { fund = Codes.Fold(fund) }, cancellation) is { } kept
            ? TypedResults.Ok(SourcesView.Of(kept))
            : await database.ReadOne<FundCash>(SelectFund, new { fund = Codes.Fold(fund) }, cancellation) is { } known
                ? TypedResults.Ok(SourcesView.Of(FundSources.Of(known.Id, Currency.Of(known.Currency))))
                : TypedResults.NotFound();
}
