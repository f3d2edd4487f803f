using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Funds;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Officers;

/// <summary>Who may authorise payments of which size.</summary>
/// <param name="From">The first day they hold; the bands before hold until then.</param>
/// <param name="Bands">Ascending by their limits, the last without one.</param>
sealed record BandsBody(DateOnly From, [Required, MinLength(1), MaxLength(20)] IReadOnlyList<BandBody> Bands);

/// <summary>One band.</summary>
/// <param name="UpTo">The largest amount of the band, in the fund's currency; left out for the last one.</param>
/// <param name="Officers">Opaque ids of the people who may; empty for any authorising officer.</param>
sealed record BandBody([Positive] Money? UpTo, [Required, MaxLength(100)] IReadOnlyList<string> Officers);

/// <summary>An administrator sets a fund's bands, as the Board decided them.</summary>
sealed record SetBands(string Fund, BandsBody Body) : Command<AuthorityView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/authorisation-bands", Set)
        .WithName("SetAuthorisationBands")
        .RequireRole(Roles.Administrator)
        .Produces<AuthorityView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<FundCash>(Fund), StateKey.Of<FundTerms>(Fund)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundCash>(Fund, out var cash))
            return Refusal.NotFound("fund", Fund, "fund");
        for (var i = 0; i < Body.Bands.Count; i++)
        {
            var (limit, before) = (Body.Bands[i].UpTo, i == 0 ? null : Body.Bands[i - 1].UpTo);
            if (limit is { } amount && amount.Currency.Code != cash.Currency)
                return Refusal.Rule("wrong-currency", $"The fund keeps its books in {cash.Currency}.", $"bands[{i}].upTo");
            if (limit is null != (i == Body.Bands.Count - 1) || (limit is { } next && before is { } last && next <= last))
                return Refusal.Rule("bands-not-ascending", "Each band's limit must be above the one before, and the last band, and only it, has none.", $"bands[{i}].upTo");
            if (Body.Bands[i].Officers.Any(officer => officer is not { Length: > 0 and <= 100 }))
                return Refusal.Rule("no-officer", "An officer is named by their opaque id, of 1 to 100 characters.", $"bands[{i}].officers");
        }
        return Decision.Record(new AuthorisationBandsSet(Fund, [.. Body.Bands.Select(band => new AuthorisationBand(band.UpTo, [.. band.Officers.Distinct()]))], Body.From));
    }

    public override AuthorityView View(States states) => AuthorityView.Of(FundTerms.Of(states, Fund), states.Find<FundCash>(Fund)?.Currency, DateOnly.FromDateTime(At.UtcDateTime));

    public static void Apply(States states, AuthorisationBandsSet set)
    {
        var terms = FundTerms.Of(states, set.Fund);
        var bands = new BandSet(set.From, [.. set.Bands.Select(band => new Band(band.UpTo?.Amount, band.Officers))]);
        states.Put(terms with { BandSets = [.. terms.BandSets.Where(kept => kept.From != set.From).Append(bands).OrderBy(kept => kept.From)] });
    }

    /// <summary>Set who may authorise payments of which size</summary>
    /// <remarks>An amount falls into the first band that reaches it. Without bands any authorising officer may authorise any amount. Four eyes hold in every band.</remarks>
    /// <param name="fund">Code of the fund.</param>
    static Task<CommandResult<AuthorityView>> Set(string fund, BandsBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new SetBands(Codes.Fold(fund), body));
}
