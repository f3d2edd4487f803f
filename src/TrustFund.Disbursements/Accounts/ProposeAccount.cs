using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Accounts;

/// <summary>A bank account that a partner gave.</summary>
/// <param name="Holder">In whose name it is.</param>
/// <param name="Iban">Its international number; spaces are left out.</param>
/// <param name="Bic">Its bank's identifier, 8 or 11 characters.</param>
sealed record AccountBody(
    [Required, StringLength(140)] string Holder,
    [Required, StringLength(50)] string Iban,
    [RegularExpression("^[A-Za-z]{6}[A-Za-z0-9]{2}([A-Za-z0-9]{3})?$", ErrorMessage = "It must be a BIC: 8 or 11 letters and digits (ISO 9362).")] string? Bic = null);

/// <summary>A finance officer enters a partner's bank account; a second person has to verify it.</summary>
sealed record ProposeAccount(string Partner, string AccountId, AccountBody Body) : Command<AccountView>
{
    public override StateKey? Versioned => StateKey.Of<BankAccount>(AccountId);

    public override string? Location => $"/partners/{Partner}/bank-accounts/{AccountId}";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/partners/{partner}/bank-accounts", Propose)
        .WithName("ProposeBankAccount")
        .RequireRole(Roles.FinanceOfficer)
        .Produces<AccountView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<PartnerAccounts>(Partner), Versioned!.Value];

    public override Decision Decide(States states)
    {
        var iban = Iban.Fold(Body.Iban);
        if (!Codes.IsCode(Partner))
            return Refusal.NotFound("partner", Partner, "partner");
        if (!Iban.IsValid(iban))
            return Refusal.Rule("invalid-iban", $"'{Body.Iban}' is no IBAN: its check digits do not fit.", "iban");
        if (PartnerAccounts.Of(states, Partner).Accounts.FirstOrDefault(open => open.Iban == iban) is { } known)
            return Refusal.Conflict("account-exists", $"{iban} is account '{known.Id}' of {Partner} already.", "iban");
        return Decision.Record(new BankAccountProposed(AccountId, Partner, Body.Holder.Trim(), iban, Body.Bic?.ToUpperInvariant()));
    }

    public override AccountView View(States states) => AccountView.Of(states.Get<BankAccount>(AccountId));

    public static void Apply(States states, BankAccountProposed proposed, Recorded recorded)
    {
        states.Put(new BankAccount
        {
            Id = proposed.AccountId,
            Partner = proposed.Partner,
            Holder = proposed.Holder,
            Iban = proposed.Iban,
            Bic = proposed.Bic,
            Status = AccountStatus.Proposed,
            ProposedBy = recorded.Actor,
            ProposedAt = recorded.At,
        });
        var accounts = PartnerAccounts.Of(states, proposed.Partner);
        states.Put(accounts with { Accounts = [.. accounts.Accounts, new(proposed.AccountId, proposed.Iban, Verified: false)] });
    }

    /// <summary>Enter a partner's bank account</summary>
    /// <remarks>Nothing is paid to it before somebody else has verified it.</remarks>
    /// <param name="partner">Code of the partner.</param>
    static Task<CommandResult<AccountView>> Propose(string partner, AccountBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ProposeAccount(Codes.Fold(partner), Guid.CreateVersion7().ToString(), body));
}
