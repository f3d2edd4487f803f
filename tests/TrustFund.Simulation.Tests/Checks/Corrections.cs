using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>A correction is a full reversal, once, at the rate of what it reverses; the bank's reference may be booked anew then, and never before.</summary>
sealed class Corrections
{
    readonly Dictionary<string, ContributionReceived> receipts = [];
    readonly Dictionary<string, InterestBooked> interest = [];
    readonly Dictionary<string, ResourcesAllocated> allocations = [];
    readonly Dictionary<(string Certificate, DateOnly DueOn), Money> calls = [];
    readonly HashSet<string> reversed = [];
    readonly HashSet<string> references = new(StringComparer.OrdinalIgnoreCase);

    readonly HashSet<string> debits = new(StringComparer.OrdinalIgnoreCase);

    public void Enter(IFundEvent fact)
    {
        switch (fact)
        {
            case ContributionReceived e:
                Assert.Equal(e.Amount, e.Allocated + e.Unallocated);
                receipts.Add(e.ReceiptId, e);
                Book(e.Fund, e.BankReference);
                break;
            // What came back of a refund is a receipt: of what the bank's entry was, or of none.
            case RefundTakenBack e:
                var back = new ContributionReceived(
                    e.Fund, e.PledgeId, e.RequestId, e.Donor, e.Amount, Money.Zero(e.Amount.Currency), e.Amount, e.TakenBackOn, e.BankReference ?? $"REFUND {e.RequestId}", e.Original);
                receipts.Add(e.RequestId, back);
                Book(e.Fund, back.BankReference);
                break;
            case InterestBooked e:
                interest.Add(e.InterestId, e);
                Book(e.Fund, e.BankReference);
                break;
            case ReceiptReversed e:
                Assert.True(reversed.Add(e.ReceiptId), $"Receipt {e.ReceiptId} is reversed twice.");
                Assert.Equal(e.Amount, e.Allocated + e.Unallocated);
                var receipt = receipts[e.ReceiptId];
                Assert.Equal((receipt.PledgeId, receipt.Rate), (e.PledgeId, e.Rate));
                Assert.True(e.Amount <= receipt.Amount && (e.Original is null) == (receipt.Original is null), $"More of receipt {e.ReceiptId} is reversed than came.");
                if (e.BankReference is { } debit)
                    Assert.True(debits.Add($"{e.Fund}/{debit}"), $"The bank's debit {debit} takes back two receipts.");
                else
                    Assert.True(references.Remove($"{e.Fund}/{receipt.BankReference}"));
                break;
            case InterestReversed e:
                Assert.True(reversed.Add(e.InterestId), $"Interest {e.InterestId} is reversed twice.");
                Assert.Equal((interest[e.InterestId].Amount, interest[e.InterestId].AddsToAvailability), (e.Amount, e.AddsToAvailability));
                Assert.True(references.Remove($"{e.Fund}/{interest[e.InterestId].BankReference}"));
                break;
            case ResourcesAllocated e:
                allocations.Add(e.AllocationId, e);
                break;
            case AllocationReversed e:
                Assert.True(reversed.Add(e.AllocationId), $"Allocation {e.AllocationId} is reversed twice.");
                Assert.Equal((allocations[e.AllocationId].Window, allocations[e.AllocationId].Amount), (e.Window, e.Amount));
                break;
            case InstalmentCalled e:
                var called = e.Original ?? e.Amount;
                calls[(e.CertificateId, e.DueOn)] = calls.GetValueOrDefault((e.CertificateId, e.DueOn), Money.Zero(called.Currency)) + called;
                break;
            case InstalmentCallReversed e:
                Assert.True(calls.Remove((e.CertificateId, e.DueOn), out var all), $"Nothing of {e.CertificateId} was called.");
                Assert.Equal(all, e.Original ?? e.Amount);
                break;
            default:
                break;
        }
    }

    void Book(string fund, string reference) => Assert.True(references.Add($"{fund}/{reference}"), $"The bank's reference {reference} is booked twice.");
}
