using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Recoveries;

/// <summary>What is set off against a payment when it is executed.</summary>
/// <param name="Facts">One for each order.</param>
/// <param name="Total">What the bank pays less.</param>
/// <param name="Sources">The fund's sources after it, out of which the payment is attributed.</param>
/// <param name="Refusal">Why it cannot be, or null.</param>
sealed record OffsetDecision(IReadOnlyList<IFundEvent> Facts, Money Total, FundSources Sources, Refusal? Refusal = null);

/// <summary>Sets recovery orders off against a payment to the same partner, and opens them again when that payment is taken back.</summary>
static class OffsetRecoveries
{
    public static IEnumerable<StateKey> Keys(States states, IReadOnlyList<OffsetBody>? offsets)
    {
        foreach (var offset in offsets ?? [])
        {
            var key = StateKey.Of<Recovery>(offset.Recovery);
            yield return key;
            if (!states.Holds(key) || !states.TryFind<Recovery>(offset.Recovery, out var recovery))
                continue;
            yield return StateKey.Of<Contract>(recovery.ContractId);
            yield return StateKey.Of<ContractSources>(recovery.ContractId);
        }
    }

    public static OffsetDecision Decide(States states, Disbursement payment, DateOnly on, IReadOnlyList<OffsetBody>? offsets)
    {
        var (facts, total, sources) = (new List<IFundEvent>(), payment.In(0), states.SourcesOf(payment.Fund, payment.Money().Currency));
        var contracts = new Dictionary<string, ContractSources>();
        var seen = new HashSet<string>();
        for (var i = 0; i < (offsets?.Count ?? 0); i++)
        {
            var (id, amount) = offsets![i];
            if (!states.TryFind<Recovery>(id, out var recovery) || recovery.Fund != payment.Fund || recovery.Partner != payment.Partner)
                return Refuse(Refusal.Rule("no-such-recovery", $"'{id}' is no recovery order against {payment.Partner} in fund {payment.Fund}.", $"offsets[{i}].recovery"));
            if (!seen.Add(id))
                return Refuse(Refusal.Rule("recovery-twice", $"'{id}' is named twice.", $"offsets[{i}].recovery"));
            if (recovery.MustBeOpen(amount, $"offsets[{i}].amount") is { } refusal)
                return Refuse(refusal);
            if (on < recovery.EstablishedOn)
                return Refuse(Refusal.Rule("date-before-order", $"The order was established on {recovery.EstablishedOn:yyyy-MM-dd}.", "paidOn"));
            total += amount;
            if (total > payment.Money())
                return Refuse(Refusal.Rule("exceeds-payment", $"{total} is more than the payment of {payment.Money()} that it is set off against.", $"offsets[{i}].amount"));
            var contract = states.Get<Contract>(recovery.ContractId);
            var kept = contracts.GetValueOrDefault(contract.Id) ?? states.SourcesOf(contract);
            var parts = kept.Returning(amount);
            contracts[contract.Id] = kept.Subtract(parts);
            sources = sources.GiveBack(parts);
            facts.Add(new RecoveryOffset(payment.Fund, id, contract.Id, recovery.Partner, recovery.Window, amount, payment.Id, on, parts));
        }
        return new(facts, total, sources);

        OffsetDecision Refuse(Refusal refusal) => new([], total, sources, refusal);
    }

    public static void Apply(States states, RecoveryOffset offset)
    {
        Move(states, offset.Fund, offset.RecoveryId, offset.ContractId, offset.Amount);
        PaidMoney.Move(states, offset.Fund, offset.ContractId, offset.Attribution, offset.Amount, back: true);
        states.Change<Disbursement>(offset.DisbursementId, payment => payment with
        {
            Offsets = [.. payment.Offsets, new(offset.RecoveryId, offset.ContractId, offset.Window, offset.Amount.Amount, Part.Of(offset.Attribution))],
        });
    }

    public static void Apply(States states, RecoveryOffsetReversed reversed)
    {
        Move(states, reversed.Fund, reversed.RecoveryId, reversed.ContractId, -reversed.Amount);
        PaidMoney.Move(states, reversed.Fund, reversed.ContractId, reversed.Attribution, reversed.Amount, back: false);
    }

    static void Move(States states, string fund, string recoveryId, string contractId, Money amount)
    {
        RecoveryStep.Settle(states, recoveryId, recovery => recovery with { Offset = (recovery.In(recovery.Offset) + amount).Amount });
        states.Change<Contract>(contractId, contract => contract.Recover(amount));
        states.Change<FundCash>(fund, cash => cash.Recover(amount));
    }
}
