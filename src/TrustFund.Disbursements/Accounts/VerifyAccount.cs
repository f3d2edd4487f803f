using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Accounts;

/// <summary>A step that follows upon the entering of an account.</summary>
abstract record AccountStep(string Partner, string AccountId) : Command<AccountView>
{
    public sealed override StateKey? Versioned => StateKey.Of<BankAccount>(AccountId);

    public sealed override IEnumerable<StateKey> Touches(States states) => [Versioned!.Value, StateKey.Of<PartnerAccounts>(Partner)];

    public sealed override Decision Decide(States states) => states.TryFind<BankAccount>(AccountId, out var account) && account.Partner == Partner
        ? Decide(account)
        : Refusal.NotFound("bank account", AccountId, "id");

    public sealed override AccountView View(States states) => AccountView.Of(states.Get<BankAccount>(AccountId));

    protected abstract Decision Decide(BankAccount account);
}

/// <summary>A second person verifies an account against the partner's papers.</summary>
sealed record VerifyAccount(string Partner, string AccountId) : AccountStep(Partner, AccountId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/partners/{partner}/bank-accounts/{id}/verification", Verify)
        .WithName("VerifyBankAccount")
        .RequireRole(Roles.VerifyingOfficer)
        .Produces<AccountView>();

    public static void Apply(States states, BankAccountVerified verified, Recorded recorded)
    {
        states.Change<BankAccount>(verified.AccountId, account => account with { Status = AccountStatus.Verified, VerifiedBy = recorded.Actor, VerifiedAt = recorded.At });
        states.Change<PartnerAccounts>(verified.Partner, kept => kept with
        {
            Accounts = [.. kept.Accounts.Select(open => open.Id == verified.AccountId ? open with { Verified = true } : open)],
        });
    }

    protected override Decision Decide(BankAccount account)
    {
        if (account.Status != AccountStatus.Proposed)
            return Refusal.Conflict("wrong-state", $"The account is {(account.Status == AccountStatus.Verified ? "verified already" : "closed")}.");
        if (account.ProposedBy == Actor)
            return Refusal.Forbidden("four-eyes", "You entered this account: somebody else must verify it.");
        return Decision.Record(new BankAccountVerified(AccountId, Partner));
    }

    /// <summary>Verify a partner's bank account</summary>
    /// <remarks>By a verifying officer who did not enter it. It has no body.</remarks>
    /// <param name="partner">Code of the partner.</param>
    /// <param name="id">Id of the account.</param>
    static Task<CommandResult<AccountView>> Verify(string partner, string id, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new VerifyAccount(Codes.Fold(partner), Ids.Fold(id)));
}

/// <summary>Why an account is used no more.</summary>
/// <param name="Reason">For the auditor.</param>
sealed record ClosureBody([Required, StringLength(500)] string Reason);

/// <summary>An account is closed: nothing more is paid to it.</summary>
sealed record CloseAccount(string Partner, string AccountId, string Reason) : AccountStep(Partner, AccountId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/partners/{partner}/bank-accounts/{id}/closure", Close)
        .WithName("CloseBankAccount")
        .RequireRole(Roles.FinanceOfficer, Roles.VerifyingOfficer, Roles.AuthorisingOfficer)
        .Produces<AccountView>();

    public static void Apply(States states, BankAccountClosed closed, Recorded recorded)
    {
        states.Change<BankAccount>(closed.AccountId, account => account with
        {
            Status = AccountStatus.Closed,
            ClosedBy = recorded.Actor,
            ClosedAt = recorded.At,
            ClosedBecause = closed.Reason,
        });
        states.Change<PartnerAccounts>(closed.Partner, kept => kept.Without(closed.AccountId));
    }

    protected override Decision Decide(BankAccount account) => account.Status == AccountStatus.Closed
        ? Refusal.Conflict("wrong-state", "The account is closed already.")
        : Decision.Record(new BankAccountClosed(AccountId, Partner, Reason));

    /// <summary>Close a partner's bank account</summary>
    /// <remarks>At once: a payment to it that is not executed yet must be rejected and requested anew.</remarks>
    /// <param name="partner">Code of the partner.</param>
    /// <param name="id">Id of the account.</param>
    static Task<CommandResult<AccountView>> Close(string partner, string id, ClosureBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new CloseAccount(Codes.Fold(partner), Ids.Fold(id), body.Reason.Trim()));
}
