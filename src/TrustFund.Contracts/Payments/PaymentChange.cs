using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Payments;

/// <summary>By how much a fact of Disbursements changes what is paid, net, under a contract.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Window">The window it is reported under; null for a cross-window action.</param>
/// <param name="Net">The change; below zero when money came back.</param>
/// <param name="Recovered">The part of it that the partner gave back, the other way round.</param>
sealed record PaymentChange(string Fund, string ContractId, string? Window, Money Net, decimal Recovered = 0)
{
    /// <summary>The facts there are such changes of.</summary>
    public static readonly IReadOnlyList<Type> Facts =
    [
        typeof(PaymentExecuted), typeof(PaymentImported), typeof(PaymentReversed), typeof(PaymentReturned),
        typeof(RecoveryCashed), typeof(RecoveryCashReversed), typeof(RecoveryOffset), typeof(RecoveryOffsetReversed),
    ];

    /// <summary>The change, or null when the fact is of another kind.</summary>
    public static PaymentChange? Of(IFundEvent followed) => followed switch
    {
        PaymentExecuted fact => new(fact.Fund, fact.ContractId, fact.Window, fact.Amount),
        PaymentImported fact => new(fact.Fund, fact.ContractId, fact.Window, fact.Amount),
        PaymentReversed fact => new(fact.Fund, fact.ContractId, fact.Window, -fact.Amount),
        PaymentReturned fact => new(fact.Fund, fact.ContractId, fact.Window, -fact.Amount),
        RecoveryCashed fact => new(fact.Fund, fact.ContractId, fact.Window, -fact.Amount, fact.Amount.Amount),
        RecoveryOffset fact => new(fact.Fund, fact.ContractId, fact.Window, -fact.Amount, fact.Amount.Amount),
        // The recovery stands open again: what it had taken off is paid again.
        RecoveryCashReversed fact => new(fact.Fund, fact.ContractId, fact.Window, fact.Amount, -fact.Amount.Amount),
        RecoveryOffsetReversed fact => new(fact.Fund, fact.ContractId, fact.Window, fact.Amount, -fact.Amount.Amount),
        _ => null,
    };

    public IEnumerable<StateKey> Touches() =>
        [StateKey.Of<ContractPayments>(ContractId), StateKey.Of<WindowPayments>(WindowPayments.KeyOf(Fund, Window))];

    public void Apply(States states)
    {
        ContractPayments.Apply(states, this);
        WindowPayments.Apply(states, this);
    }
}
