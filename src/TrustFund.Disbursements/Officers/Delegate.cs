using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using TrustFund.Disbursements.Funds;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Officers;

/// <summary>Who acts in the caller's place.</summary>
/// <param name="To">Opaque id of the officer.</param>
/// <param name="StartsOn">The first day.</param>
/// <param name="EndsOn">The last day.</param>
/// <param name="UpTo">The largest amount they may authorise; left out for the caller's own limits.</param>
sealed record DelegationBody([Required, StringLength(100)] string To, DateOnly StartsOn, DateOnly EndsOn, [Positive] Money? UpTo = null);

/// <summary>Why a delegation ends.</summary>
/// <param name="Reason">For the auditor.</param>
sealed record RevocationBody([Required, StringLength(500)] string Reason);

/// <summary>An authorising officer lets another act in their place for a while.</summary>
sealed record DelegateAuthority(string Fund, string DelegationId, DelegationBody Body) : Command<AuthorityView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/delegations", Delegate)
        .WithName("DelegateAuthority")
        .RequireRole(Roles.AuthorisingOfficer)
        .Produces<AuthorityView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<FundCash>(Fund), StateKey.Of<FundTerms>(Fund)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundCash>(Fund, out var cash))
            return Refusal.NotFound("fund", Fund, "fund");
        if (Body.To == Actor)
            return Refusal.Rule("delegates-to-self", "Nobody acts in their own place: name another officer.", "to");
        if (Body.EndsOn < Body.StartsOn)
            return Refusal.Rule("ends-before-start", $"It would end on {Body.EndsOn:yyyy-MM-dd}, before it starts on {Body.StartsOn:yyyy-MM-dd}.", "endsOn");
        if (Body.UpTo is { } limit && limit.Currency.Code != cash.Currency)
            return Refusal.Rule("wrong-currency", $"The fund keeps its books in {cash.Currency}.", "upTo");
        return Decision.Record(new AuthorityDelegated(Fund, DelegationId, Actor, Body.To, Body.StartsOn, Body.EndsOn, Body.UpTo));
    }

    public override AuthorityView View(States states) => AuthorityView.Of(FundTerms.Of(states, Fund), states.Find<FundCash>(Fund)?.Currency, DateOnly.FromDateTime(At.UtcDateTime));

    public static void Apply(States states, AuthorityDelegated given)
    {
        var terms = FundTerms.Of(states, given.Fund);
        var delegation = new Delegation(given.DelegationId, given.From, given.To, given.StartsOn, given.EndsOn, given.UpTo?.Amount);
        states.Put(terms with { Delegations = [.. terms.Delegations, delegation] });
    }

    /// <summary>Delegate your authority</summary>
    /// <remarks>
    /// The delegate, who must be an authorising officer too, may authorise what you may, between the two days. They cannot pass it on, and may
    /// not authorise for you what you requested or verified yourself.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    static Task<CommandResult<AuthorityView>> Delegate(string fund, DelegationBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new DelegateAuthority(Codes.Fold(fund), Guid.CreateVersion7().ToString(), body));
}

/// <summary>A delegation ends early: by who gave it, or by an administrator.</summary>
sealed record RevokeDelegation(string Fund, string DelegationId, string Reason, bool MayRevokeAny) : Command<AuthorityView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/delegations/{id}/revocation", Revoke)
        .WithName("RevokeDelegation")
        .RequireRole(Roles.AuthorisingOfficer, Roles.Administrator)
        .Produces<AuthorityView>();

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<FundCash>(Fund), StateKey.Of<FundTerms>(Fund)];

    public override Decision Decide(States states)
    {
        if (FundTerms.Of(states, Fund).Delegations.FirstOrDefault(given => given.Id == DelegationId) is not { } delegation)
            return Refusal.NotFound("delegation", DelegationId, "id");
        if (delegation.RevokedBecause is not null)
            return Refusal.Conflict("already-revoked", $"It was revoked before: {delegation.RevokedBecause}");
        if (!MayRevokeAny && delegation.From != Actor)
            return Refusal.Forbidden("not-your-delegation", "Only the officer who gave it, or an administrator, may revoke it.");
        return Decision.Record(new DelegationRevoked(Fund, DelegationId, Reason));
    }

    public override AuthorityView View(States states) => AuthorityView.Of(FundTerms.Of(states, Fund), states.Find<FundCash>(Fund)?.Currency, DateOnly.FromDateTime(At.UtcDateTime));

    public static void Apply(States states, DelegationRevoked revoked) => states.Change<FundTerms>(revoked.Fund, terms => terms with
    {
        Delegations = [.. terms.Delegations.Select(given => given.Id == revoked.DelegationId ? given with { RevokedBecause = revoked.Reason } : given)],
    });

    /// <summary>Revoke a delegation</summary>
    /// <remarks>It ends at once; what the delegate authorised before stands.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the delegation.</param>
    static Task<CommandResult<AuthorityView>> Revoke(string fund, string id, RevocationBody body, ClaimsPrincipal user, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RevokeDelegation(Codes.Fold(fund), Ids.Fold(id), body.Reason.Trim(), user.IsInRole(Roles.Administrator)));
}
