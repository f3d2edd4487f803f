using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Tests.Properties;

/// <summary>The same figures, added up from the journals alone, without the service's own arithmetic.</summary>
static class Books
{
    public static void MustBalance(Platform platform)
    {
        var own = platform.Service.Journal.Select(entry => entry.Event).ToList();
        var ended = own.OfType<PaymentExecuted>().Select(fact => fact.DisbursementId)
            .Concat(own.OfType<PaymentRejected>().Select(fact => fact.DisbursementId)).ToHashSet();
        var paid = own.OfType<PaymentExecuted>().Select(fact => (fact.Fund, fact.ContractId, fact.Amount.Amount)).ToList();
        var reserved = own.OfType<PaymentAuthorised>().Where(fact => !ended.Contains(fact.DisbursementId))
            .Select(fact => (fact.Fund, fact.ContractId, fact.Amount.Amount)).ToList();

        foreach (var contract in platform.Service.All.OfType<Contract>())
        {
            var signed = platform.Contracts.Applied.Select(entry => entry.Event).OfType<ContractSigned>().Single(fact => fact.ContractId == contract.Id);
            var released = own.OfType<DecommitmentGranted>().Where(fact => fact.ContractId == contract.Id).Sum(fact => fact.Amount.Amount);
            var held = (reserved.Where(fact => fact.ContractId == contract.Id).Sum(fact => fact.Amount), paid.Where(fact => fact.ContractId == contract.Id).Sum(fact => fact.Amount));
            Assert.Equal((held, signed.Amount.Amount - released), ((contract.Reserved, contract.Paid), contract.Ceiling));
            Assert.True(held.Item1 + held.Item2 <= signed.Amount.Amount - released, $"Contract {contract.Id} is paid above its ceiling.");
        }

        foreach (var cash in platform.Service.All.OfType<FundCash>())
        {
            var facts = platform.Pledges.Applied.Select(entry => entry.Event).Where(fact => fact.Fund == cash.Id).ToList();
            var received = facts.OfType<ContributionReceived>().Sum(fact => fact.Allocated.Amount) + facts.OfType<ContributionAllocated>().Sum(fact => fact.Amount.Amount);
            var held = (reserved.Where(fact => fact.Fund == cash.Id).Sum(fact => fact.Amount), paid.Where(fact => fact.Fund == cash.Id).Sum(fact => fact.Amount));
            Assert.Equal((held, received), ((cash.Reserved, cash.Paid), cash.Received));
            Assert.True(held.Item1 + held.Item2 <= received, $"Fund {cash.Id} pays more than it has.");
        }
    }

    /// <summary>Each payment's facts are in order, once each, by three different people, and each bank entry paid one of them.</summary>
    public static void MustBeByThreePeople(Platform platform)
    {
        foreach (var payment in platform.Service.All.OfType<Disbursement>())
        {
            var entries = platform.Service.Journal.Where(entry => entry.Event.Subject == payment.Id).ToList();
            var deciding = entries.Where(entry => entry.Event is PaymentRequested or PaymentVerified or PaymentAuthorised).ToList();
            Assert.Equal(deciding.Count, deciding.Select(entry => entry.Actor).Distinct().Count());
            Type[] chain = [typeof(PaymentRequested), typeof(PaymentVerified), typeof(PaymentAuthorised), typeof(PaymentExecuted)];
            var taken = entries.Select(entry => entry.Event.GetType()).ToList();
            if (payment.Status == DisbursementStatus.Rejected)
                Assert.Equal([.. chain.Take(taken.Count - 1), typeof(PaymentRejected)], taken);
            else
                Assert.Equal(chain.Take((int)payment.Status + 1), taken);
        }
        var references = platform.Service.Journal.Select(entry => entry.Event).OfType<PaymentExecuted>().Select(fact => (fact.Fund, fact.BankReference)).ToList();
        Assert.Equal(references.Count, references.Distinct().Count());
    }

    /// <summary>Every request to decommit that arrived has exactly one answer, in the order of arrival.</summary>
    public static void MustAnswerEveryDecommitment(Platform platform)
    {
        var asked = platform.Contracts.Applied.Select(entry => entry.Event).OfType<DecommitmentRequested>().Select(request => request.RequestId);
        var answered = platform.Service.Journal.Select(entry => entry.Event)
            .Where(fact => fact is DecommitmentGranted or DecommitmentRefused).Select(fact => fact.Subject);
        Assert.Equal(asked, answered);
    }
}
