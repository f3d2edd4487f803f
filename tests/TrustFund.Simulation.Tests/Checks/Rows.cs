using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Payments;
using TrustFund.Disbursements.Payments;
using TrustFund.Leverage;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// After each step: what a service keeps of its own facts equals the books to the cent, and what it knows of others' facts, which it may
/// hear late, is never more than the books allow it to spend.
/// </summary>
static class Rows
{
    public static void MustFit(Node node, Books books)
    {
        switch (node.Name)
        {
            case "pledges": FitPledges(node, books.Contributions); break;
            case "contracts": FitContracts(node, books); break;
            case "disbursements": FitDisbursements(node, books); break;
            default: FitLeverage(node); break;
        }
    }

    static void FitPledges(Node node, ContributionBooks books)
    {
        foreach (var state in node.Service.All)
        {
            switch (state)
            {
                case Pledge pledge:
                    var entry = books.Pledges[pledge.Id];
                    Same(pledge, (entry.Pledged, entry.Certified, entry.Received), (pledge.Pledged, pledge.Certified, pledge.Received));
                    Same(pledge, (entry.Allocated, entry.Reserved), (pledge.Allocated, pledge.Reserved));
                    Must(pledge.Waiting() == 0 || pledge.Free() == 0, pledge, "lets money wait that could be allocated");
                    Must(pledge.Earmarks.All(earmark => earmark.Reserved >= 0 && earmark.Reserved <= earmark.Certified), pledge, "reserves more than a window has");
                    Must(pledge.FreeIn(null) >= 0, pledge, "reserves more than the pool has");
                    break;
                case FundTotals totals:
                    var fund = books.Funds[totals.Id];
                    Same(totals, (fund.Pledged, fund.Certified, fund.Received, fund.Allocated), (totals.Pledged, totals.Certified, totals.Received, totals.Allocated));
                    Same(totals, fund.Windows.Values.Sum(window => window.Earmarked - window.TakenBack), totals.Earmarked);
                    break;
                case PledgingWindow window:
                    var kept = books.Funds[window.Fund].Windows[window.Code];
                    Same(window, kept.Earmarked - kept.TakenBack, window.Earmarked);
                    break;
                case Reduction { State: ReductionState.Rejected } reduction:
                    Must(reduction.LargestReleasable < reduction.Amount, reduction, "is rejected though it could be released");
                    break;
                default:
                    break;
            }
        }
    }

    static void FitContracts(Node node, Books books)
    {
        foreach (var state in node.Service.All)
        {
            switch (state)
            {
                case SpendingFund fund:
                    var entry = books.Contributions.Funds[fund.Id];
                    Same(fund, entry.Distributed, fund.Allocated);
                    Must(fund.Pool <= entry.Pooled - entry.PoolReleased, fund, "has more in its pool than was certified");
                    Must(fund.CrossWindowContracted >= 0, fund, "has contracted less than nothing");
                    Must(fund.CrossWindowContracted <= fund.CrossWindowApproved, fund, "has contracted more across windows than was approved");
                    Must(!TrustFund.Contracts.Funds.Pool.Allocatable(fund).IsNegative, fund, "has allocated its management costs");
                    break;
                case SpendingWindow window:
                    var kept = books.Contributions.Funds[window.Fund].Windows[window.Code];
                    Same(window, (kept.Distributed, kept.Approved), (window.Allocated, window.Approved));
                    Must(window.Earmarked <= kept.Earmarked - kept.Released, window, "has more earmarked than was certified");
                    Must(!window.Available().IsNegative && window.Contracted <= window.Approved - window.CrossWindowApproved, window, "has spent more than it has");
                    break;
                case FundAction action:
                    var approved = books.Commitments.Actions[action.Id];
                    Same(action, (approved.Approved, approved.Contracted), (action.Approved, action.Contracted));
                    Must(action.Split.Sum(part => part.Amount) == action.Approved && action.Split.All(part => part.Amount >= 0), action, "is split wrongly");
                    break;
                case SignedContract contract:
                    var signed = books.Commitments.Contracts[contract.Id];
                    Same(contract, (signed.Signed - signed.Decommitted, signed.Pending), (contract.Contracted, contract.Pending));
                    Must(contract.Pending <= contract.Contracted, contract, "is asked to give back more than it has");
                    break;
                case ContractPayments payments:
                    Must(payments.Paid <= books.Commitments.Contracts[payments.Id].Paid, payments, "knows of payments nobody made");
                    break;
                case Decommitment { State: DecommitmentState.Rejected } request:
                    Must(request.LargestReleasable < request.Amount, request, "is rejected though it could be released");
                    break;
                default:
                    break;
            }
        }
    }

    static void FitDisbursements(Node node, Books books)
    {
        foreach (var state in node.Service.All)
        {
            switch (state)
            {
                case FundCash cash:
                    var fund = books.Contributions.Funds[cash.Id];
                    Same(cash, (fund.Reserved, fund.Paid), (cash.Reserved, cash.Paid));
                    Must(cash.Received <= fund.Allocated, cash, "may spend more than was received within certificates");
                    Must(cash.Unallocated >= 0 && cash.Received + cash.Unallocated <= fund.Received, cash, "holds more than was received");
                    Must(!cash.Available().IsNegative, cash, "has spent more than it has");
                    break;
                case PayableContract contract:
                    var signed = books.Commitments.Contracts[contract.Id];
                    Same(contract, (signed.Signed - signed.Granted, signed.Reserved, signed.Paid), (contract.Ceiling, contract.Reserved, contract.Paid));
                    Must(!contract.Open().IsNegative, contract, "is paid above its ceiling");
                    break;
                case Payment payment:
                    Must(payment.Status != DisbursementStatus.Requested || payment.VerifiedBy is null, payment, "is verified and requested");
                    break;
                default:
                    break;
            }
        }
    }

    static void FitLeverage(Node node)
    {
        foreach (var fund in node.Service.All.OfType<FundInput>())
        {
            var windows = node.Service.All.OfType<WindowInput>().Where(window => window.Fund == fund.Id).ToList();
            Must(windows.All(window => window.Certified >= 0), fund, "counts less than nothing in a window");
            Must(windows.Sum(window => window.Certified) <= fund.Certified, fund, "counts more in its windows than in all");
        }
        foreach (var portfolio in node.Service.All.OfType<Portfolio>())
        {
            var operations = node.Service.All.OfType<Operation>().Where(operation => operation.Fund == portfolio.Id).ToList();
            Same(portfolio, (operations.Count, operations.Sum(operation => operation.ExpectedMobilised)), (portfolio.Operations, portfolio.ExpectedMobilised));
            Must(portfolio.Claims.All(claim => portfolio.Claims.Count(other => other.Overlaps(claim.Window)) == 1), portfolio, "has one input for two instruments");
        }
    }

    static void Same<T>(State state, T books, T kept)
    {
        if (!EqualityComparer<T>.Default.Equals(books, kept))
            Assert.Fail($"The books say {books} and {state.GetType().Name} '{state.Id}' says {kept}.");
    }

    static void Must(bool held, State state, string otherwise)
    {
        if (!held)
            Assert.Fail($"{state.GetType().Name} '{state.Id}' {otherwise}: {state}");
    }
}
