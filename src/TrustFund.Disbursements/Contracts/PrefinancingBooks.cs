using TrustFund.Disbursements.Payments;

namespace TrustFund.Disbursements.Contracts;

/// <summary>
/// The pre-financing of a contract as the books of each day have it. A payment may be booked later than the bank made it: until then the
/// books have nothing of it that a report could use up, and what a report had used up is not there to come back.
/// </summary>
static class PrefinancingBooks
{
    /// <summary>The states that it is read from, once the contract is loaded.</summary>
    public static IEnumerable<StateKey> Keys(States states, string contractId)
    {
        var key = StateKey.Of<Contract>(contractId);
        if (!states.Holds(key) || states.Find<Contract>(contractId) is not { } contract)
            return [];
        return
        [
            .. contract.PrefinancingPayments.Select(payment => StateKey.Of<Disbursement>(payment.DisbursementId)),
            .. contract.PrefinancingPayments.Select(payment => payment.DisbursementId)
                .Concat(contract.Clearings.SelectMany(clearing => new[] { clearing.Id, ReversalOf(clearing) }))
                .Select(StateKey.Of<LateBooking>),
        ];
    }

    /// <summary>The first day from which this much is open in the books of every day; null where there is none.</summary>
    public static DateOnly? OpenFrom(States states, Contract contract, Money amount)
    {
        DateOnly? from = null;
        var open = contract.In(0);
        foreach (var day in Moves(states, contract).GroupBy(move => move.On).OrderBy(day => day.Key))
        {
            open += contract.In(day.Sum(move => move.Amount));
            from = open < amount ? null : from ?? day.Key;
        }
        return from;
    }

    static IEnumerable<(DateOnly On, decimal Amount)> Moves(States states, Contract contract)
    {
        foreach (var payment in contract.PrefinancingPayments)
            yield return (Booked(states, payment.DisbursementId, payment.PaidOn), states.Get<Disbursement>(payment.DisbursementId).Amount);
        foreach (var clearing in contract.Clearings)
        {
            var cleared = Booked(states, clearing.Id, clearing.ClearedOn);
            yield return (cleared, -clearing.Amount);
            if (clearing.ReversedOn is { } reversedOn)
                yield return (Booked(states, ReversalOf(clearing), reversedOn), clearing.Amount);
        }
    }

    static string ReversalOf(Clearing clearing) => $"{clearing.Id}/reversal";

    static DateOnly Booked(States states, string document, DateOnly valueDate) => states.Find<LateBooking>(document)?.BookedOn ?? valueDate;
}
