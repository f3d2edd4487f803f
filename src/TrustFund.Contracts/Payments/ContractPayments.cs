using TrustFund.Journal;

namespace TrustFund.Contracts.Payments;

/// <summary>
/// What Disbursements has paid under one contract, by the contract's id. A row of its own, because payments come from another source
/// than the contract itself: each row is written by one source alone, and so the order between sources cannot matter.
/// </summary>
sealed record ContractPayments : State
{
    public required string Fund { get; init; }

    public required string Currency { get; init; }

    /// <summary>Payments less what was reversed, returned and recovered: net paid.</summary>
    public decimal Paid { get; init; }

    /// <summary>What came back from the partner: taken off <see cref="Paid"/>.</summary>
    public decimal Recovered { get; init; }

    public static void Apply(States states, PaymentChange change)
    {
        var before = states.Find<ContractPayments>(change.ContractId)
            ?? new() { Id = change.ContractId, Fund = change.Fund, Currency = change.Net.Currency.Code };
        states.Put(before with { Paid = before.Paid + change.Net.Amount, Recovered = before.Recovered + change.Recovered });
    }
}
