using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>A payment in the books: its facts in their order, and who recorded each.</summary>
sealed class PaymentEntry(PaymentRequested request)
{
    public PaymentRequested Request => request;

    public List<(Type Step, string Actor)> Steps { get; } = [];
}

/// <summary>Payments, out of the journal of Disbursements, against contracts and cash that other journals tell of.</summary>
sealed class PaymentBooks(ContributionBooks contributions, CommitmentBooks commitments)
{
    static readonly Type[] Chain = [typeof(PaymentRequested), typeof(PaymentVerified), typeof(PaymentAuthorised), typeof(PaymentExecuted)];

    readonly Dictionary<string, PaymentEntry> payments = [];
    readonly HashSet<string> bankEntries = new(StringComparer.OrdinalIgnoreCase);

    public void Enter(Recorded recorded)
    {
        var fact = recorded.Event;
        if (fact is PaymentRequested request)
            payments.Add(request.DisbursementId, new(request));
        var payment = payments[fact.Subject];
        var contract = commitments.Contracts[payment.Request.ContractId];
        var fund = contributions.Funds[fact.Fund];
        var amount = payment.Request.Amount.Amount;
        MustBeInTurn(payment, fact);
        switch (fact)
        {
            case PaymentAuthorised:
                Move(fund, contract, reserved: amount, paid: 0);
                break;
            case PaymentExecuted executed:
                Assert.True(bankEntries.Add($"{executed.Fund}/{executed.BankReference}"), $"{executed.BankReference} pays twice.");
                Assert.Equal((contract.Signature.Window, payment.Request.Amount), (executed.Window, executed.Amount));
                Move(fund, contract, reserved: -amount, paid: amount);
                break;
            case PaymentRejected rejected:
                Assert.Equal(payment.Steps.Count == 3, rejected.WasReserved);
                Move(fund, contract, reserved: rejected.WasReserved ? -amount : 0, paid: 0);
                break;
            default:
                break;
        }
        payment.Steps.Add((fact.GetType(), recorded.Actor));
        MustBeByDifferentPeople(payment);
        CommitmentBooks.MustBeWithinCeiling(contract);
    }

    /// <summary>Cash out, and what is promised of it, stays within what came in and may be spent.</summary>
    public void MustBeWithinCash(FundEntry fund) => Assert.True(
        fund is { Reserved: >= 0, Paid: >= 0 } && fund.Reserved + fund.Paid <= fund.Allocated && fund.Allocated <= fund.Received,
        $"{fund.Rules.Fund} pays {fund.Paid} and reserves {fund.Reserved} out of {fund.Allocated}; {payments.Count} payments are known.");

    static void Move(FundEntry fund, ContractEntry contract, decimal reserved, decimal paid)
    {
        (fund.Reserved, fund.Paid) = (fund.Reserved + reserved, fund.Paid + paid);
        (contract.Reserved, contract.Paid) = (contract.Reserved + reserved, contract.Paid + paid);
    }

    static void MustBeInTurn(PaymentEntry payment, IFundEvent fact)
    {
        var taken = payment.Steps.Select(step => step.Step).ToList();
        Assert.Equal(Chain.Take(taken.Count), taken);
        Assert.True(taken.Count < Chain.Length, "Nothing follows upon an execution.");
        Assert.True(fact is PaymentRejected ? taken.Count > 0 : fact.GetType() == Chain[taken.Count], $"{fact} comes after {taken.Count} steps.");
    }

    /// <summary>Initiator, verifier and authorising officer are three people.</summary>
    static void MustBeByDifferentPeople(PaymentEntry payment)
    {
        var people = payment.Steps.Where(step => step.Step != typeof(PaymentExecuted) && step.Step != typeof(PaymentRejected)).Select(step => step.Actor).ToList();
        Assert.Equal(people.Count, people.Distinct().Count());
    }
}
