using TrustFund.Events.Disbursements.V1;
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

    public decimal Paid { get; init; }

    public static void Apply(States states, PaymentExecuted fact)
    {
        var before = states.Find<ContractPayments>(fact.ContractId)
            ?? new() { Id = fact.ContractId, Fund = fact.Fund, Currency = fact.Amount.Currency.Code };
        states.Put(before with { Paid = before.Paid + fact.Amount.Amount });
    }
}
