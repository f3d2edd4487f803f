namespace TrustFund.Disbursements.Accounts;

/// <summary>How far a partner's bank account has come.</summary>
enum AccountStatus
{
    /// <summary>Entered; nothing is paid to it.</summary>
    Proposed,

    /// <summary>A second person has verified it.</summary>
    Verified,

    /// <summary>It is used no more.</summary>
    Closed,
}

/// <summary>A partner's bank account.</summary>
sealed record BankAccount : State
{
    public required string Partner { get; init; }

    public required string Holder { get; init; }

    public required string Iban { get; init; }

    public string? Bic { get; init; }

    public required AccountStatus Status { get; init; }

    public required string ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public string? VerifiedBy { get; init; }

    public DateTimeOffset? VerifiedAt { get; init; }

    public string? ClosedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedBecause { get; init; }
}

/// <summary>The accounts of a partner that are open, so that a payment looks at one small row; the id is the partner's code.</summary>
sealed record PartnerAccounts : State
{
    public IReadOnlyList<OpenAccount> Accounts { get; init; } = [];

    public static PartnerAccounts Of(States states, string partner) => states.Find<PartnerAccounts>(partner) ?? new() { Id = partner };

    public PartnerAccounts Without(string account) => this with { Accounts = [.. Accounts.Where(open => open.Id != account)] };

    public OpenAccount? Verified(string account) => Accounts.FirstOrDefault(open => open.Id == account && open.Verified);

    /// <summary>Refuses a step of a payment whose account was closed since; payments of before accounts were kept name none.</summary>
    public Refusal? MustBeOpen(string? account) => account is null || Verified(account) is not null ? null
        : Refusal.Conflict("account-closed", $"The bank account '{account}' the payment would go to is closed: reject it and request it anew to another.", "account");
}

/// <summary>An account as a payment sees it.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Iban">Its number.</param>
/// <param name="Verified">Whether a second person has verified it.</param>
sealed record OpenAccount(string Id, string Iban, bool Verified);

/// <summary>A partner's bank account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Holder">In whose name it is.</param>
/// <param name="Iban">Its number, without spaces.</param>
/// <param name="Bic">Its bank's identifier, where it was given.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="ProposedBy">Opaque id of who entered it.</param>
/// <param name="VerifiedBy">Opaque id of who verified it.</param>
/// <param name="ClosedBecause">Why it is used no more.</param>
sealed record AccountView(string Id, string Partner, string Holder, string Iban, string? Bic, AccountStatus Status, string ProposedBy, string? VerifiedBy, string? ClosedBecause)
{
    public static AccountView Of(BankAccount kept) =>
        new(kept.Id, kept.Partner, kept.Holder, kept.Iban, kept.Bic, kept.Status, kept.ProposedBy, kept.VerifiedBy, kept.ClosedBecause);
}
