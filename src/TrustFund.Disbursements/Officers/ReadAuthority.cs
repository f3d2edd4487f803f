using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Disbursements.Funds;

namespace TrustFund.Disbursements.Officers;

/// <summary>Who may authorise what in a fund on a day.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="On">The day.</param>
/// <param name="PaymentDeadline">The fund's last day for payments; null for none.</param>
/// <param name="Bands">The bands in force that day; none when any authorising officer may authorise any amount.</param>
/// <param name="Delegations">The delegations in force that day.</param>
/// <param name="Coming">Delegations that begin later, and bands that hold from a later day.</param>
sealed record AuthorityView(
    string Fund, DateOnly On, DateOnly? PaymentDeadline, IReadOnlyList<BandView> Bands, IReadOnlyList<DelegationView> Delegations, IReadOnlyList<ComingView> Coming)
{
    public static AuthorityView Of(FundTerms terms, string? code, DateOnly day)
    {
        var currency = code is null ? Currency.Euro : Currency.Of(code);
        return new(
            terms.Id, day, terms.PaymentDeadline,
            [.. terms.BandsOn(day).Select(band => BandView.Of(band, currency))],
            [.. terms.Delegations.Where(given => given.Covers(day, 0)).Select(given => DelegationView.Of(given, currency))],
            [
                .. terms.BandSets.Where(set => set.From > day).Select(set => new ComingView(set.From, [.. set.Bands.Select(band => BandView.Of(band, currency))], null)),
                .. terms.Delegations.Where(given => given.StartsOn > day && given.RevokedBecause is null).Select(given => new ComingView(given.StartsOn, null, DelegationView.Of(given, currency))),
            ]);
    }
}

/// <summary>Who may authorise amounts up to a limit.</summary>
/// <param name="UpTo">The limit; null for the last band.</param>
/// <param name="Officers">Opaque ids; empty for any authorising officer.</param>
sealed record BandView(Money? UpTo, IReadOnlyList<string> Officers)
{
    public static BandView Of(Band band, Currency currency) => new(band.UpTo is { } limit ? new Money(limit, currency) : null, band.Officers);
}

/// <summary>One officer acting in another's place.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">Who delegates.</param>
/// <param name="To">Who acts.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="UpTo">The largest amount; null for the limits of who delegates.</param>
sealed record DelegationView(string Id, string From, string To, DateOnly StartsOn, DateOnly EndsOn, Money? UpTo)
{
    public static DelegationView Of(Delegation given, Currency currency) =>
        new(given.Id, given.From, given.To, given.StartsOn, given.EndsOn, given.UpTo is { } limit ? new Money(limit, currency) : null);
}

/// <summary>What begins to hold on a later day: bands or a delegation.</summary>
/// <param name="From">The day.</param>
/// <param name="Bands">The bands, where it is bands.</param>
/// <param name="Delegation">The delegation, where it is one.</param>
sealed record ComingView(DateOnly From, IReadOnlyList<BandView>? Bands, DelegationView? Delegation);

/// <summary>The authority in force.</summary>
static class ReadAuthority
{
    const string SelectTerms = "select row_to_json(kept)::text from fund_terms kept where id = @fund";

    const string SelectCash = "select row_to_json(kept)::text from fund_cash kept where id = @fund";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/authority", Read).WithName("ReadAuthority");

    /// <summary>Read who may authorise what</summary>
    /// <remarks>The bands and delegations in force today, or `?on=` another day, and what is still to come.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="on">The day, today when left out.</param>
    static async Task<Results<Ok<AuthorityView>, NotFound>> Read(
        string fund, AskedDay? on, NpgsqlDataSource database, TimeProvider clock, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund) };
        if (await database.ReadOne<FundCash>(SelectCash, asked, cancellation) is not { } cash)
            return TypedResults.NotFound();
        var terms = await database.ReadOne<FundTerms>(SelectTerms, asked, cancellation) ?? new FundTerms { Id = cash.Id };
        return TypedResults.Ok(AuthorityView.Of(terms, cash.Currency, on?.Day ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
    }
}
