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

    /// <summary>What may be paid in all: what was signed less what was decommitted.</summary>
    public required decimal Ceiling { get; init; }

    public decimal Decommitted { get; init; }

    /// <summary>What is authorised and not yet paid.</summary>
    public decimal Reserved { get; init; }

    public decimal Paid { get; init; }

    /// <summary>The trace in which it was signed; payments link to it.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What may still be authorised or released: ceiling − paid − reserved.</summary>
    public Money Open() => In(Ceiling - Paid - Reserved);

    public Contract Reserve(Money amount) => amount <= Open()
        ? this with { Reserved = (In(Reserved) + amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be reserved: contract {Id} has {Open()} open.");

    public Contract Release(Money amount) => amount <= In(Reserved)
        ? this with { Reserved = (In(Reserved) - amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be released: contract {Id} has {In(Reserved)} reserved.");

    public Contract Pay(Money amount)
    {
        var released = Release(amount);
        return released with { Paid = (In(Paid) + amount).Amount };
    }

    public Contract Decommit(Money amount) => amount <= Open()
        ? this with { Ceiling = (In(Ceiling) - amount).Amount, Decommitted = (In(Decommitted) + amount).Amount }
        : throw new InvalidOperationException($"{amount} cannot be decommitted: contract {Id} has {Open()} open.");

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>The figures behind <see cref="Open"/>, for a refusal.</summary>
    public string Figures() => $"of its ceiling of {In(Ceiling)}, {In(Paid)} is paid and {In(Reserved)} reserved for authorised payments, so {Open()} is open";
}
