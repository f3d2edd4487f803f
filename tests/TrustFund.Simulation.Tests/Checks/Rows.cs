using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Payments;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Sources;
using TrustFund.Leverage;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Bus;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>After each step: what a service keeps equals, to the cent, what the facts it recorded and has heard add up to.</summary>
static class Rows
{
    public static void MustFit(Node node, Books books)
    {
        var ledger = books.KnownTo(node);
        foreach (var state in node.Service.All)
        {
            switch (node.Name)
            {
                case "pledges": FitPledges(state, ledger); break;
                case "contracts": FitContracts(state, ledger); break;
                case "disbursements": FitDisbursements(state, ledger); break;
                default: break;
            }
        }
        if (node.Name == "leverage")
            FitLeverage(node, ledger);
    }

    static void FitPledges(State state, Ledger books)
    {
        switch (state)
        {
            case Pledge pledge:
                Same(pledge, books, pledge.Id, (Pledged, pledge.Pledged), (Certified, pledge.Certified), (Received, pledge.Received),
                    (Allocated, pledge.Allocated), (AskedBack, pledge.Reserved), (Difference, pledge.ExchangeDifference));
                var own = pledge.Own();
                Same(pledge, books, pledge.Id, (OwnPledged, own.Pledged), (OwnCertified, own.Certified), (OwnReceived, own.Received),
                    (OwnAllocated, own.Allocated), (OwnAskedBack, own.Reserved));
                Must(pledge.WaitingFreely() <= 0 || pledge.Free() == 0, pledge, "lets money wait that could be allocated");
                Must(pledge.WaitingFreely() + books[OwnTaken, pledge.Id] >= 0, pledge, "refunds what does not wait");
                Must(own.Earmarks.All(earmark => earmark.Reserved >= 0 && earmark.Reserved + earmark.Allocated <= earmark.Certified), pledge, "reserves or allocates more than a window has");
                Must(pledge.FreeIn(null) >= 0, pledge, "reserves or allocates more than the pool has");
                break;
            case FundTotals totals:
                Same(totals, books, totals.Id, (Pledged, totals.Pledged), (Certified, totals.Certified), (Received, totals.Received), (Allocated, totals.Allocated),
                    (AskedBack, totals.Reserved), (Difference, totals.ExchangeDifference), (CertifiedForWindow, totals.Earmarked));
                Same(totals, books, totals.Id, (Interest, totals.Interest), (InterestAvailable, totals.InterestAvailable), (Refunding, totals.Refunding));
                break;
            case PledgingWindow window:
                Same(window, books, window.Id, (CertifiedForWindow, window.Earmarked), (DifferenceOfWindow, window.ExchangeDifference));
                break;
            case Reduction { State: ReductionState.Rejected } reduction:
                Must(reduction.LargestReleasable < reduction.Amount, reduction, "is rejected though it could be released");
                break;
            default:
                break;
        }
    }

    static void FitContracts(State state, Ledger books)
    {
        switch (state)
        {
            case SpendingFund fund:
                Same(fund, books, fund.Id, (Resources, fund.Pool), (Distributed, fund.Allocated), (SetApart, fund.ManagementCosts),
                    (ApprovedAcross, fund.CrossWindowApproved), (Contracted, fund.Contracted), (ContractedAcross, fund.CrossWindowContracted));
                break;
            case SpendingWindow window:
                Same(window, books, window.Id, (Resources, window.Earmarked), (Distributed, window.Allocated), (Approved, window.Approved),
                    (ApprovedAcross, window.CrossWindowApproved), (Contracted, window.Contracted));
                break;
            case FundAction action:
                Same(action, books, action.Id, (Approved, action.Approved), (Contracted, action.Contracted), (Decommitted, action.Decommitted), (CoFinanced, action.CoFinanced));
                Must(action.Split.Sum(part => part.Amount) == action.Approved && action.Split.All(part => part.Amount >= 0), action, "is split wrongly");
                break;
            case SignedContract contract:
                Same(contract, books, contract.Id, (Contracted, contract.Contracted), (Pending, contract.Pending), (Decommitted, contract.Decommitted));
                Must(contract.Pending <= contract.Contracted, contract, "is asked to give back more than it has");
                break;
            case ContractPayments payments:
                Must(payments.Paid == books[Paid, payments.Id] - books[Recovered, payments.Id] && payments.Recovered == books[Recovered, payments.Id], payments, "knows of other payments");
                break;
            case ManagementCostAllocation { State: ManagementCostState.ReversalRejected } allocation:
                Must(allocation.LargestReleasable < allocation.Amount, allocation, "is not reversed though it could be released");
                break;
            case Decommitment { State: DecommitmentState.Rejected } request:
                Must(request.LargestReleasable < request.Amount, request, "is rejected though it could be released");
                break;
            default:
                break;
        }
    }

    static void FitDisbursements(State state, Ledger books)
    {
        switch (state)
        {
            case FundCash cash:
                Same(cash, books, cash.Id, (CashReceived, cash.Received), (CashUnallocated, cash.Unallocated), (UnallocatedPromised, cash.UnallocatedReserved),
                    (Interest, cash.Interest), (CashRecovered, cash.Recovered));
                Same(cash, books, cash.Id, (CashReserved, cash.Reserved), (CashPaid, cash.Paid), (Costs, cash.Costs), (Refunded, cash.Refunded));
                break;
            case PayableContract contract:
                Same(contract, books, contract.Id, (Ceiling, contract.Ceiling), (Reserved, contract.Reserved), (Paid, contract.Paid), (Recovered, contract.Recovered),
                    (Owed, contract.RecoveriesOpen), (Prefinanced, contract.PrefinancingPaid), (Cleared, contract.PrefinancingCleared));
                break;
            case ManagementCosts costs:
                Same(costs, books, costs.Id, (CostsAllowed, costs.Allocated), (CostsReserved, costs.Reserved), (CostsPaid, costs.Paid), (Charged, costs.BankCharges));
                break;
            case FundSources sources:
                foreach (var pot in sources.Pots)
                    Same(sources, books, ContributionPostings.Pot(sources.Id, pot.Donor, pot.Window), (Brought, pot.Brought), (Used, pot.Used));
                Same(sources, books, ContributionPostings.Pot(sources.Id, Attribution.Nobody, null), (Used, sources.Unattributed));
                break;
            case ContractSources sources:
                Must(sources.Parts.Sum(part => part.Amount) == books[Paid, sources.Id] - books[Recovered, sources.Id], sources, "adds up to other payments");
                break;
            case Payment payment:
                Must(payment.Status != DisbursementStatus.Requested || payment.VerifiedBy is null, payment, "is verified and requested");
                break;
            default:
                break;
        }
    }

    static void FitLeverage(Node node, Ledger books)
    {
        foreach (var fund in node.Service.All.OfType<FundInput>())
        {
            var windows = node.Service.All.OfType<WindowInput>().Where(window => window.Fund == fund.Id).ToList();
            Must(windows.All(window => window.Certified >= 0), fund, "counts less than nothing in a window");
            Must(windows.Sum(window => window.Certified) <= fund.Certified, fund, "counts more in its windows than in all");
        }
        foreach (var portfolio in node.Service.All.OfType<Portfolio>())
        {
            Same(portfolio, books, portfolio.Id, (Expected, portfolio.ExpectedMobilised));
            // Expected is not signed, and signed is not disbursed: three totals, each from its own facts.
            foreach (var total in node.Service.All.OfType<MobilisedTotal>().Where(total => total.Fund == portfolio.Id))
                Same(total, books, portfolio.Id, (total.Measure == Measure.Expected ? Expected : total.Measure == Measure.Signed ? Signed : Disbursed, total.Investment));
            Must(portfolio.Claims.All(claim => portfolio.Claims.Count(other => other.Overlaps(claim.Window)) == 1), portfolio, "has one input for two instruments");
        }
    }

    static void Same(State state, Ledger books, string id, params ReadOnlySpan<(Of Figure, decimal Kept)> figures)
    {
        foreach (var (figure, kept) in figures)
        {
            if (books[figure, id] != kept)
                Assert.Fail($"{figure} of {state.GetType().Name} '{state.Id}' is {kept} in its row; the facts come to {books[figure, id]}.");
        }
    }

    static void Must(bool held, State state, string otherwise)
    {
        if (!held)
            Assert.Fail($"{state.GetType().Name} '{state.Id}' {otherwise}: {state}");
    }
}
