using TrustFund.Contracts.Deadlines;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>A fund as its approvals and contracts see it: the pool, and what is allocated out of it. Amounts are in <see cref="Currency"/>.</summary>
sealed record Fund : State
{
    public required string Name { get; init; }

    /// <summary>ISO 4217 code of the currency of the fund's books.</summary>
    public required string Currency { get; init; }

    /// <summary>How many decimals <see cref="Currency"/> has, so that the database can repeat the rounding of the cap.</summary>
    public required int MinorUnits { get; init; }

    /// <summary>The share of the pool that management costs may take, in percent.</summary>
    public required decimal ManagementCostCapPercent { get; init; }

    /// <summary>The last day on which a contract may be signed; none when null.</summary>
    public DateOnly? ContractingDeadline { get; init; }

    /// <summary>The last day on which a contract's activities may end; none when null.</summary>
    public DateOnly? ImplementationDeadline { get; init; }

    public required DateOnly EstablishedOn { get; init; }

    /// <summary>How many windows it has; the next one gets this position.</summary>
    public int WindowsOpened { get; init; }

    /// <summary>
    /// Unearmarked certificates, less what was released to their donors, with interest and exchange differences as they come. Such facts
    /// may bring it below what is promised on it, even below zero.
    /// </summary>
    public decimal Pool { get; init; }

    /// <summary>What the Board allocated out of the pool to windows, less what came back.</summary>
    public decimal Allocated { get; init; }

    /// <summary>What the Board set apart in the pool for management costs.</summary>
    public decimal ManagementCosts { get; init; }

    /// <summary>Approved for cross-window actions: a part of what the windows show as approved, never on top of it.</summary>
    public decimal CrossWindowApproved { get; init; }

    /// <summary>All contracts, net of decommitments.</summary>
    public decimal Contracted { get; init; }

    /// <summary>Those under cross-window actions alone.</summary>
    public decimal CrossWindowContracted { get; init; }

    /// <summary>The last day on which a contract was signed or raised; imported history does not count.</summary>
    public DateOnly? LastSignedOn { get; init; }

    /// <summary>Traces of the last certificates that fed the pool.</summary>
    public IReadOnlyList<string> CertificateTraces { get; init; } = [];

    /// <summary>An amount in the currency of the fund's books.</summary>
    public Money Amount(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public static void Apply(States states, FundEstablished fact, DateTimeOffset recordedAt)
    {
        states.Put(new Fund
        {
            Id = fact.Fund,
            Name = fact.Name,
            Currency = fact.Currency,
            MinorUnits = TrustFund.Currency.Of(fact.Currency).MinorUnits,
            ManagementCostCapPercent = fact.ManagementCostCapPercent,
            ContractingDeadline = fact.ContractingDeadline,
            EstablishedOn = fact.EstablishedOn,
        });
        Deadline.Apply(states, fact, recordedAt);
    }
}
