using TrustFund.Disbursements.Sources;

namespace TrustFund.Disbursements.Costs;

/// <summary>How far a cost has come: requested → authorised → paid, or rejected on the way. A bank charge is paid from the first.</summary>
enum CostStatus
{
    /// <summary>A finance officer asks for it.</summary>
    Requested,

    /// <summary>A second person has authorised it: cash and the ceiling are reserved.</summary>
    Authorised,

    /// <summary>It has left the fund's account.</summary>
    Paid,

    /// <summary>It was refused or withdrawn.</summary>
    Rejected,

    /// <summary>It was booked wrongly, or came back, and is taken back.</summary>
    Reversed,
}

/// <summary>What a cost is.</summary>
enum CostKind
{
    /// <summary>The fund's own management, within what was allocated to it.</summary>
    Management,

    /// <summary>What the bank took by itself: a fact.</summary>
    BankCharge,
}

/// <summary>A cost paid without a contract.</summary>
sealed record Cost : State
{
    public required string Fund { get; init; }

    public required CostKind Kind { get; init; }

    /// <summary>Who is paid; null for the bank itself.</summary>
    public string? Payee { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public string? Description { get; init; }

    public DateOnly? RequestedOn { get; init; }

    public required CostStatus Status { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public string? AuthorisedBy { get; init; }

    public DateTimeOffset? AuthorisedAt { get; init; }

    public string? AuthorisedFor { get; init; }

    public string? PaidBy { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? BankReference { get; init; }

    public IReadOnlyList<Part> Attribution { get; init; } = [];

    /// <summary>Who rejected or reversed it.</summary>
    public string? EndedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public DateOnly? ReversedOn { get; init; }

    public string? EndedBecause { get; init; }

    public string? TraceParent { get; init; }

    public Money Money() => In(Amount);

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public Refusal? MustBe(CostStatus expected, string step) => Status == expected ? null : Status == CostStatus.Reversed
        ? Refusal.Conflict("already-reversed", $"The cost was reversed on {ReversedOn:yyyy-MM-dd}: that happens once.")
        : Refusal.Conflict("wrong-state", $"The cost is {NameOf(Status)}; only one that is {NameOf(expected)} can be {step}.");

    public static string NameOf(CostStatus status) => status switch
    {
        CostStatus.Requested => "requested",
        CostStatus.Authorised => "authorised",
        CostStatus.Paid => "paid",
        CostStatus.Rejected => "rejected",
        CostStatus.Reversed => "reversed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such state."),
    };

    public static string NameOf(CostKind kind) => kind == CostKind.Management ? "management" : "bank-charge";
}

/// <summary>
/// What a fund may spend on its own management and on its bank, as Contracts allocated it; the id is the fund's code. A charge is the bank's
/// fact: it books above the ceiling too, and what is decided waits until there is room again.
/// </summary>
sealed record ManagementCosts : State
{
    public required string Currency { get; init; }

    public decimal Allocated { get; init; }

    public decimal Reserved { get; init; }

    /// <summary>Management costs that were paid.</summary>
    public decimal Paid { get; init; }

    /// <summary>What the bank took.</summary>
    public decimal BankCharges { get; init; }

    public static ManagementCosts Of(States states, string fund, Currency currency) => states.Find<ManagementCosts>(fund) ?? new() { Id = fund, Currency = currency.Code };

    /// <summary>What is left of the ceiling; negative where charges of the bank went above it.</summary>
    public Money Open() => In(Allocated - Reserved - Paid - BankCharges);

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public ManagementCosts Reserve(Money amount) => this with { Reserved = (In(Reserved) + amount).Amount };

    public ManagementCosts Pay(Money amount) => this with { Paid = (In(Paid) + amount).Amount };

    /// <summary>The bank took a charge, or gave one back where negative.</summary>
    public ManagementCosts Charge(Money amount) => this with { BankCharges = (In(BankCharges) + amount).Amount };

    public ManagementCosts Allocate(Money amount) => this with { Allocated = (In(Allocated) + amount).Amount };

    /// <summary>Refuses what the ceiling does not allow.</summary>
    public Refusal? MustAllow(Money amount) => amount.Currency.Code != Currency
        ? Refusal.Rule("wrong-currency", $"The fund keeps its books in {Currency}, and the cost is in {amount.Currency}.", "amount")
        : amount <= Open() ? null : Refusal.Rule("exceeds-management-costs",
            $"{amount} is {amount - Open()} more than management may cost: {Figures()}.", "amount");

    /// <summary>Charges of the bank may have used the ceiling up since a cost was authorised under it.</summary>
    public Refusal? MustStillFit() => Open().IsNegative
        ? Refusal.Rule("exceeds-management-costs", $"Since the cost was authorised, {-Open()} more was spent than management may cost: {Figures()}.", "amount")
        : null;

    /// <summary>The figures behind <see cref="Open"/>, for a refusal.</summary>
    public string Figures() =>
        $"of {In(Allocated)} allocated, {In(Paid)} is paid, {In(BankCharges)} went to bank charges and {In(Reserved)} is reserved, so {Open()} is left";
}
