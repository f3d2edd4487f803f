using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;

namespace TrustFund.Disbursements.Payments;

/// <summary>A step that follows upon a payment request: it finds the payment in its fund, and answers with it as it is afterwards.</summary>
abstract record PaymentStep(string Fund, string DisbursementId) : Command<DisbursementView>
{
    StateKey Key => StateKey.Of<Disbursement>(DisbursementId);

    public sealed override StateKey? Versioned => Key;

    public override IEnumerable<StateKey> Touches(States states) => [Key];

    public sealed override Decision Decide(States states) =>
        states.TryFind<Disbursement>(DisbursementId, out var payment) && payment.Fund == Fund
            ? Decide(states, payment)
            : new Refusal(404, "not-found", $"There is no disbursement '{DisbursementId}' in fund {Fund}.", "id");

    public sealed override DisbursementView View(States states) => DisbursementView.Of(states.Get<Disbursement>(DisbursementId));

    protected abstract Decision Decide(States states, Disbursement payment);

    /// <summary>The payment with the two balances it moves. The contract is known only once the payment is loaded.</summary>
    protected IEnumerable<StateKey> WithBalances(States states)
    {
        yield return Key;
        yield return StateKey.Of<FundCash>(Fund);
        if (states.Holds(Key) && states.TryFind<Disbursement>(DisbursementId, out var payment))
            yield return StateKey.Of<Contract>(payment.ContractId);
    }

    /// <summary>What allows a payment to go on besides the balances: the fund's terms, and the partner's accounts.</summary>
    protected IEnumerable<StateKey> WithTerms(States states)
    {
        yield return StateKey.Of<FundTerms>(Fund);
        if (Loaded(states) is { } payment)
            yield return StateKey.Of<PartnerAccounts>(payment.Partner);
    }

    /// <summary>The payment, once it is loaded.</summary>
    protected Disbursement? Loaded(States states) => states.Holds(Key) ? states.Find<Disbursement>(DisbursementId) : null;
}
