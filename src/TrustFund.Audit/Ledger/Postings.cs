using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Audit.Ledger;

/// <summary>What any fact comes to in the general ledger.</summary>
static class Postings
{
    /// <summary>The lines, balancing in every currency and on either basis; none for a fact that moves no amount.</summary>
    /// <param name="states">Holding what earlier facts of the same source said.</param>
    /// <param name="fact">The fact.</param>
    /// <exception cref="InvalidOperationException">The lines do not balance: a fault of this code, so that the fact is put aside whole.</exception>
    public static IReadOnlyList<Posting> Of(States states, IFundEvent fact)
    {
        IReadOnlyList<Posting> lines =
        [
            .. PledgePostings.Of(fact),
            .. ContractPostings.Of(states, fact),
            .. DisbursementPostings.Of(states, fact),
        ];
        foreach (var side in lines.GroupBy(line => (line.Currency, line.Account.Basis)))
        {
            if (side.Sum(line => line.Debit) != side.Sum(line => line.Credit))
                throw new InvalidOperationException($"{fact.GetType().Name} of {fact.Subject} does not balance in {side.Key.Currency}.");
        }
        return lines;
    }
}
