namespace TrustFund.Disbursements.Contracts;

/// <summary>A signed contract, as far as it may be paid.</summary>
sealed record Contract : State
{
    public required string Fund { get; init; }

    public required string Partner { get; init; }

    /// <summary>The window it is reported under; null for a cross-window action.</summary>
    public string? Window { get; init; }

    public required string Title { get; init; }

    public required DateOnly SignedOn { get; init; }

    public required string Currency { get; init; }

    /// <summary>What may be paid in all: what was signed and amended less what was decommitted.</summary>
    public required decimal Ceiling { get; init; }

    public decimal Decommitted { get; init; }

    /// <summary>What is authorised and not yet paid.</summary>
    public decimal Reserved { get; init; }

    /// <summary>What was paid, less payments that were reversed or returned.</summary>
    public decimal Paid { get; init; }

    /// <summary>What the partner paid back under recovery orders, in cash or set off.</summary>
    public decimal Recovered { get; init; }

    /// <summary>What the partner still owes under recovery orders.</summary>
    public decimal RecoveriesOpen { get; init; }

    /// <summary>What of <see cref="Paid"/> was paid ahead of the work.</summary>
    public decimal PrefinancingPaid { get; init; }

    /// <summary>What of it the partner's reports have used up.</summary>
    public decimal PrefinancingCleared { get; init; }

    /// <summary>The payments that stand of it, the earliest first.</summary>
    public IReadOnlyList<PaidAhead> PrefinancingPayments { get; init; } = [];

    /// <summary>The reports that were accepted, one by one, with those that were reversed.</summary>
    public IReadOnlyList<Clearing> Clearings { get; init; } = [];

    /// <summary>The final payment, from its authorisation on; nothing is paid after it.</summary>
    public string? FinalPayment { get; init; }

    public bool Suspended { get; init; }

    public bool Terminated { get; init; }

    /// <summary>The trace in which it was signed; payments link to it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What was paid and did not come back.</summary>
    public Money NetPaid() => In(Paid - Recovered);

    /// <summary>What may still be authorised or released: ceiling − net paid − reserved.</summary>
    public Money Open() => In(Ceiling) - NetPaid() - In(Reserved);

    /// <summary>The pre-financing that no report has used up; negative only where cleared pre-financing came back from the bank.</summary>
    public Money PrefinancingOpen() => In(PrefinancingPaid - PrefinancingCleared);

    public Contract Reserve(Money amount) => amount <= Open()
        ? this with { Reserved = (In(Reserved) + amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be reserved: contract {Id} has {Open()} open.");

    public Contract Release(Money amount) => amount <= In(Reserved)
        ? this with { Reserved = (In(Reserved) - amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be released: contract {Id} has {In(Reserved)} reserved.");

    /// <summary>A payment that was reserved is made.</summary>
    public Contract Pay(Money amount) => Release(amount).PaidOut(amount);

    /// <summary>A payment is made, or comes back where negative.</summary>
    public Contract PaidOut(Money amount) => this with { Paid = (In(Paid) + amount).Amount };

    /// <summary>A payment ahead of the work is made; in order of day and id, so that it does not matter which was booked first.</summary>
    public Contract Prefinance(string disbursement, Money amount, DateOnly paidOn) => this with
    {
        PrefinancingPaid = (In(PrefinancingPaid) + amount).Amount,
        PrefinancingPayments =
        [
            .. PrefinancingPayments.Append(new(disbursement, paidOn))
                .OrderBy(payment => payment.PaidOn).ThenBy(payment => payment.DisbursementId, StringComparer.Ordinal),
        ],
    };

    /// <summary>A payment ahead of the work comes back.</summary>
    public Contract UndoPrefinancing(string disbursement, Money amount) => this with
    {
        PrefinancingPaid = (In(PrefinancingPaid) - amount).Amount,
        PrefinancingPayments = [.. PrefinancingPayments.Where(payment => payment.DisbursementId != disbursement)],
    };

    public Contract Recover(Money amount) => this with { Recovered = (In(Recovered) + amount).Amount };

    public Contract Owe(Money amount) => this with { RecoveriesOpen = (In(RecoveriesOpen) + amount).Amount };

    public Contract Decommit(Money amount) => amount <= Open()
        ? this with { Ceiling = (In(Ceiling) - amount).Amount, Decommitted = (In(Decommitted) + amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be decommitted: contract {Id} has {Open()} open.");

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>The figures behind <see cref="Open"/>, for a refusal.</summary>
    public string Figures() => $"of its ceiling of {In(Ceiling)}, {In(Paid)} is paid"
        + (Recovered > 0 ? $", {In(Recovered)} of it recovered," : "")
        + $" and {In(Reserved)} reserved for authorised payments, so {Open()} is open";

    /// <summary>Refuses whatever the contract's own state forbids, whatever the amounts.</summary>
    /// <param name="disbursement">Id of the payment that is to go on.</param>
    public Refusal? MustBePayable(string disbursement)
    {
        if (Suspended)
            return Refusal.Conflict("contract-suspended", "The contract is suspended: nothing may be authorised or paid under it until it is resumed.");
        return FinalPayment is { } final && final != disbursement
            ? Refusal.Conflict("final-payment-made", $"Payment '{final}' is the contract's final one: nothing may be paid after it.")
            : null;
    }
}

/// <summary>Which contract the fund's own reference stands for; the id is the fund's code, a slash and the reference in upper case.</summary>
sealed record ContractReference : State
{
    public required string ContractId { get; init; }

    public static string IdOf(string fund, string reference) => $"{fund}/{reference.Trim().ToUpperInvariant()}";
}
