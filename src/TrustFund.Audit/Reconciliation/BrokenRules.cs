using System.Globalization;
using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Reports;
using static TrustFund.Audit.Ledger.MemorandumAccounts;
using static TrustFund.Audit.Ledger.MoneyAccounts;

namespace TrustFund.Audit.Reconciliation;

/// <summary>
/// The invariants of a fund, asked of the ledger. Decisions keep them; facts (a bank statement, imported history, an exchange difference)
/// always book and may break them, and then somebody has to look.
/// </summary>
static class BrokenRules
{
    public static IEnumerable<Finding> Of(FundFacts fund, Sums ofFund, Sums ofActions, Sums ofContracts, Sums ofPledges, RuleFacts facts) =>
    [
        .. Actions(fund, ofActions),
        .. Contracts(fund, ofContracts),
        .. Pledges(fund, ofPledges, facts.Pledges),
        .. Windows(fund, ofFund),
        .. Pool(fund, ofFund),
        .. Cash(fund, ofFund),
        .. Suspended(fund, ofFund),
        .. ManagementCosts(fund, ofFund),
        .. Signatures(fund, facts),
        .. CoFinancing(fund, facts),
        .. Payments(fund, facts),
    ];

    static IEnumerable<Finding> Actions(FundFacts fund, Sums ofActions) =>
        from action in ofActions.BySubject()
        let approved = action.Value.Balance(Approved)
        let contracted = action.Value.Balance(Contracted)
        where contracted > approved
        select new Finding(
            ExceptionKinds.ContractedAboveApproved,
            action.Key,
            $"Contracts under action {action.Key} come to {fund.In(contracted)}, of {fund.In(approved)} approved for it.",
            fund.In(contracted - approved));

    static IEnumerable<Finding> Contracts(FundFacts fund, Sums ofContracts) =>
        from contract in ofContracts.BySubject()
        let contracted = contract.Value.Balance(Contracted)
        let paid = contract.Value.Paid
        where paid > contracted
        select new Finding(
            ExceptionKinds.PaidAboveContracted,
            contract.Key,
            $"{fund.In(paid)} is paid under contract {contract.Key}, of {fund.In(contracted)} contracted.",
            fund.In(paid - contracted));

    // Stages of a pledge in another currency are compared in that currency, by the service that knows it.
    static IEnumerable<Finding> Pledges(FundFacts fund, Sums ofPledges, IReadOnlyList<PledgeFacts> pledges)
    {
        var foreign = pledges.Where(pledge => pledge.ForeignCurrency is not null).Select(pledge => pledge.Id).ToHashSet();
        return
            from pledge in ofPledges.BySubject()
            where !foreign.Contains(pledge.Key)
            let pledged = pledge.Value.Balance(Pledged)
            let certified = pledge.Value.Balance(Certified)
            let allocated = pledge.Value.Balance(Contributions)
            where certified > pledged || allocated > certified
            select new Finding(
                ExceptionKinds.AbovePledge,
                pledge.Key,
                $"Of pledge {pledge.Key}, {fund.In(pledged)} is pledged, {fund.In(certified)} certified and {fund.In(allocated)} received within that.",
                fund.In(Math.Max(certified - pledged, allocated - certified)));
    }

    static IEnumerable<Finding> Windows(FundFacts fund, Sums ofFund) =>
        from window in ofFund.All.Select(sum => sum.Window).OfType<string>().Distinct()
        let sums = ofFund.Where(sum => sum.Window == window)
        let resources = sums.Balance(Certified) + sums.Balance(Differences) + sums.Balance(Allocated)
        let approved = sums.Balance(Approved)
        where approved > resources
        select new Finding(
            ExceptionKinds.NegativeAvailability,
            window,
            $"{fund.In(approved)} is approved out of window {window}, which has {fund.In(resources)}.",
            fund.In(resources - approved));

    static IEnumerable<Finding> Pool(FundFacts fund, Sums ofFund)
    {
        var pool = ofFund.Where(sum => sum.Window is null);
        var resources = pool.Balance(Certified) + pool.Balance(Differences) + pool.Balance(AvailableInterest);
        var given = ofFund.Balance(Allocated) + ofFund.Balance(ForManagement);
        if (given > resources)
        {
            yield return new(
                ExceptionKinds.NegativeAvailability,
                "pool",
                $"{fund.In(given)} is allocated out of the pool, which has {fund.In(resources)}.",
                fund.In(resources - given));
        }
    }

    static IEnumerable<Finding> Cash(FundFacts fund, Sums ofFund)
    {
        var spendable = ofFund.Balance(Ledger.MoneyAccounts.Cash) - ofFund.Balance(Unallocated);
        if (spendable < 0)
        {
            yield return new(
                ExceptionKinds.NegativeCash,
                "cash",
                $"More went out than came in: {fund.In(spendable)} is left, what is held unallocated not counted.",
                fund.In(spendable));
        }
    }

    static IEnumerable<Finding> Suspended(FundFacts fund, Sums ofFund)
    {
        var left = ofFund.Balance(Suspense);
        if (left != 0)
            yield return new(ExceptionKinds.Suspense, "suspense", $"{fund.In(left)} stands on the suspense account.", fund.In(left));
    }

    // Both are paid without a contract, out of what the Board set apart for them.
    static IEnumerable<Finding> ManagementCosts(FundFacts fund, Sums ofFund)
    {
        var (paid, charged, allocated) = (ofFund.Balance(Ledger.MoneyAccounts.ManagementCosts), ofFund.Balance(BankCharges), ofFund.Balance(ForManagement));
        if (paid + charged > allocated)
        {
            yield return new(
                ExceptionKinds.ManagementCostsAboveAllocation,
                "management-costs",
                $"{fund.In(paid)} of management costs is paid and {fund.In(charged)} taken by the bank, of {fund.In(allocated)} allocated to both.",
                fund.In(paid + charged - allocated));
        }
    }

    static IEnumerable<Finding> Signatures(FundFacts fund, RuleFacts facts)
    {
        var deadlines = DeadlineFacts.Of(fund, facts.Deadlines, DeadlineFacts.Contracting);
        var actions = facts.Actions.ToDictionary(action => action.Id);
        foreach (var contract in facts.Contracts)
        {
            if (DeadlineFacts.MissedOn(deadlines, contract.SignedOn) is { } deadline)
            {
                yield return new(
                    ExceptionKinds.SignedAfterDeadline,
                    contract.Id,
                    $"Contract {contract.Id} was signed on {Day(contract.SignedOn)}, after the contracting deadline, {Day(deadline)}.",
                    null);
            }
            if (actions.GetValueOrDefault(contract.ActionId) is { } action && contract.SignedOn < action.ApprovedOn)
            {
                yield return new(
                    ExceptionKinds.SignedBeforeApproval,
                    contract.Id,
                    $"Contract {contract.Id} was signed on {Day(contract.SignedOn)}, before action {action.Id} was approved, on {Day(action.ApprovedOn)}.",
                    null);
            }
        }
    }

    static IEnumerable<Finding> CoFinancing(FundFacts fund, RuleFacts facts) =>
        from action in facts.Actions
        join contract in facts.Contracts on action.Id equals contract.ActionId into signed
        let coFinanced = signed.Sum(contract => contract.Terms[^1].CoFinanced)
        let ceiling = action.CoFinancingCeiling ?? 0
        where coFinanced > ceiling
        select new Finding(
            ExceptionKinds.CoFinancingAboveCeiling,
            action.Id,
            $"Contracts under action {action.Id} have {fund.In(coFinanced)} of co-financing, of {fund.In(ceiling)} that it may have.",
            fund.In(coFinanced - ceiling));

    static IEnumerable<Finding> Payments(FundFacts fund, RuleFacts facts)
    {
        var deadlines = DeadlineFacts.Of(fund, facts.Deadlines, DeadlineFacts.Payment);
        foreach (var payment in facts.LatePayments)
        {
            if (payment is { Paid: > 0, PaidOn: { } day } && DeadlineFacts.MissedOn(deadlines, day) is { } deadline)
            {
                yield return new(
                    ExceptionKinds.PaidAfterDeadline,
                    payment.Id,
                    $"{fund.In(payment.Paid)} was paid by {payment.Id} on {Day(day)}, after the payment deadline, {Day(deadline)}.",
                    fund.In(payment.Paid));
            }
        }
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
