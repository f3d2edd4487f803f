using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>Payments and costs in the books: their steps in turn, by different people; each pays once, and comes back once at most.</summary>
sealed class Payments
{
    static readonly Type[] Chain = [typeof(PaymentRequested), typeof(PaymentVerified), typeof(PaymentAuthorised), typeof(PaymentExecuted)];

    readonly Dictionary<string, List<(Type Step, string Actor)>> payments = [];
    readonly Dictionary<string, string> requesters = [];
    readonly HashSet<string> undone = [];
    readonly Dictionary<string, PrefinancingCleared> clearings = [];
    readonly Dictionary<string, RecoveryWaived> waivers = [];
    readonly HashSet<string> bankEntries = new(StringComparer.OrdinalIgnoreCase);

    public void Enter(Recorded recorded)
    {
        switch (recorded.Event)
        {
            case PaymentRequested or PaymentVerified or PaymentAuthorised or PaymentExecuted or PaymentRejected:
                Step(recorded);
                break;
            case PaymentReversed e: Undo(e.DisbursementId); break;
            case PaymentReturned e: Undo(e.DisbursementId); break;
            case CostRequested e: requesters.Add(e.CostId, recorded.Actor); break;
            case CostAuthorised e: Assert.NotEqual(requesters[e.CostId], recorded.Actor); break;
            case CostReversed e: Assert.True(undone.Add(e.CostId), $"{e.CostId} is reversed twice."); break;
            case RecoveryCashReversed e: Assert.True(undone.Add($"{e.RecoveryId} {e.ReceiptId}"), $"{e.ReceiptId} is reversed twice."); break;
            case RecoveryWaived e: waivers.Add($"{e.RecoveryId} {e.WaiverId}", e); break;
            case RecoveryWaiverReversed e:
                Assert.True(waivers.Remove($"{e.RecoveryId} {e.WaiverId}", out var waived), $"{e.WaiverId} is reversed twice.");
                Assert.Equal((waived.ContractId, waived.Amount), (e.ContractId, e.Amount));
                break;
            default: Clear(recorded.Event); break;
        }
    }

    /// <summary>A report clears once, until that is reversed; and that exactly, once.</summary>
    void Clear(IFundEvent fact)
    {
        if (fact is PrefinancingCleared cleared)
        {
            Assert.DoesNotContain(clearings.Values, other => other.ContractId == cleared.ContractId && other.Report == cleared.Report);
            clearings.Add(cleared.ReportId, cleared);
        }
        else if (fact is PrefinancingClearingReversed reversed)
        {
            Assert.True(clearings.Remove(reversed.ReportId, out var was), $"{reversed.ReportId} is reversed twice.");
            Assert.Equal((was.ContractId, was.Amount), (reversed.ContractId, reversed.Amount));
        }
    }

    void Undo(string payment)
    {
        Assert.True(undone.Add(payment), $"{payment} comes back twice.");
        if (payments.TryGetValue(payment, out var steps))
            Assert.Equal(typeof(PaymentExecuted), steps[^1].Step);
    }

    void Step(Recorded recorded)
    {
        var fact = recorded.Event;
        if (fact is PaymentRequested)
            payments.Add(fact.Subject, []);
        var steps = payments[fact.Subject];
        var taken = steps.Select(step => step.Step).ToList();
        Assert.Equal(Chain.Take(taken.Count), taken);
        Assert.True(taken.Count < Chain.Length, "Nothing follows upon an execution.");
        Assert.True(fact is PaymentRejected ? taken.Count > 0 : fact.GetType() == Chain[taken.Count], $"{fact} comes after {taken.Count} steps.");
        if (fact is PaymentExecuted executed)
            Assert.True(bankEntries.Add($"{executed.Fund}/{executed.BankReference}"), $"{executed.BankReference} pays twice.");
        if (fact is PaymentRejected rejected)
            Assert.Equal(taken.Count == 3, rejected.WasReserved);
        steps.Add((fact.GetType(), recorded.Actor));
        // Initiator, verifier and authorising officer are three people.
        var people = steps.Where(step => step.Step != typeof(PaymentExecuted) && step.Step != typeof(PaymentRejected)).Select(step => step.Actor).ToList();
        Assert.Equal(people.Count, people.Distinct().Count());
    }
}
