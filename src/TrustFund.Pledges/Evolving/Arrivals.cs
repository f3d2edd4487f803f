using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Evolving;

/// <summary>Facts about money that arrives, and that the bank or a correction takes out again; of what comes back, Disbursements tells.</summary>
static class Arrivals
{
    /// <summary>Whether it was such a fact.</summary>
    public static bool Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case ContributionReceived fact:
                Receipt.Apply(states, fact, recorded.Sequence);
                MoneyEvolution.Apply(states, fact, recorded.BookedOn);
                FundTotals.Apply(states, fact);
                return true;
            case ContributionAllocated fact:
                MoneyEvolution.Apply(states, fact, recorded.BookedOn);
                FundTotals.Apply(states, fact);
                return true;
            case ExchangeDifferenceRealised fact:
                MoneyEvolution.Apply(states, fact);
                Window.Apply(states, fact);
                FundTotals.Apply(states, fact);
                return true;
            case ReceiptReversed fact:
                Receipt.Apply(states, fact);
                BankDebit.Apply(states, fact);
                MoneyEvolution.Apply(states, fact, states.Get<Receipt>(Receipt.IdOf(fact.Fund, fact.ReceiptReference)));
                FundTotals.Apply(states, fact);
                return true;
            case RecoveryCashed fact:
                MoneyBack.Apply(states, fact);
                return true;
            case RecoveryCashReversed fact:
                MoneyBack.Apply(states, fact);
                return true;
            case PaymentReturned fact:
                MoneyBack.Apply(states, fact);
                return true;
            default:
                return false;
        }
    }
}
