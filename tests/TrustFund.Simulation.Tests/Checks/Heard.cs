using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// What one service may know: its own facts and those it has heard, added up without any of its arithmetic. Its rows must say the same,
/// and whatever it decides must be within this at that moment.
/// </summary>
sealed class Heard(Remembered remembered)
{
    readonly HashSet<string> suspended = [];
    readonly HashSet<string> terminated = [];
    readonly Dictionary<string, DateOnly> paymentDeadlines = [];

    public Ledger Ledger { get; } = new();

    public void Enter(IFundEvent fact, IReadOnlyList<Posting> postings)
    {
        Ledger.Enter(postings);
        switch (fact)
        {
            case ContractSuspended e: suspended.Add(e.ContractId); break;
            case ContractResumed e: suspended.Remove(e.ContractId); break;
            case ContractTerminated e: terminated.Add(e.ContractId); break;
            case DeadlineSet { Kind: "payment" } e: paymentDeadlines[e.Fund] = e.On; break;
            default: break;
        }
    }

    /// <summary>A decision of the service stands on what it knows: nothing is spent that was not there.</summary>
    public void MustAllow(IFundEvent decided)
    {
        switch (decided)
        {
            case ResourcesAllocated e: PoolMustSuffice(e.Fund, e, capKept: true); break;
            case ManagementCostsAllocated e:
                PoolMustSuffice(e.Fund, e, capKept: false);
                MustStayBelowCap(e.Fund, e);
                break;
            // What is worth less than a cent in the fund's currency ends in the donor's.
            case ResourcesReleased { Amount.IsZero: true }: break;
            case ResourcesReleased { Window: null } e:
                PoolMustSuffice(e.Fund, e, capKept: true);
                MustStayBelowCap(e.Fund, e);
                break;
            case ResourcesReleased e: WindowMustSuffice($"{e.Fund}/{e.Window}", e); break;
            case ResourcesTransferred e: WindowMustSuffice($"{e.Fund}/{e.From}", e); break;
            case AllocationReversed e: WindowMustSuffice($"{e.Fund}/{e.Window}", e); break;
            case ActionApproved e: WindowsMustSuffice(e.Fund, e.Split, e); break;
            case RiderApproved { By.IsPositive: true } e: WindowsMustSuffice(e.Fund, e.Parts, e); break;
            case RiderApproved { By.IsNegative: true } e: ActionMustSuffice(e.ActionId, e); break;
            case ContractSigned { Imported: false } e: ActionMustSuffice(e.ActionId, e); break;
            case ContractAmended { By.IsPositive: true } e: ActionMustSuffice(e.ActionId, e); break;
            case DecommitmentGranted e: ContractMustSuffice(e.ContractId, e); break;
            default: MustAllowPayment(decided); break;
        }
    }

    void MustAllowPayment(IFundEvent decided)
    {
        switch (decided)
        {
            case PaymentRequested e: Must(!terminated.Contains(e.ContractId), e, "is under a terminated contract"); break;
            case PaymentAuthorised e:
                ContractMustSuffice(e.ContractId, e);
                CashMustSuffice(e.Fund, e);
                Must(!suspended.Contains(e.ContractId), e, "is under a suspended contract");
                break;
            case PaymentExecuted e:
                Must(Balance(e.Fund) >= 0, e, "leaves the account overdrawn");
                ContractMustSuffice(e.ContractId, e);
                Must(!suspended.Contains(e.ContractId), e, "is under a suspended contract");
                Must(!paymentDeadlines.TryGetValue(e.Fund, out var deadline) || e.PaidOn <= deadline, e, "is after the payment deadline");
                break;
            case RefundExecuted e:
                Must(Balance(e.Fund) >= 0, e, "leaves the account overdrawn");
                Must(Ledger[CashUnallocated, e.Fund] >= 0 || remembered.Refunds[e.RequestId].FromUnallocated.IsZero, e, "gives back more than waits unallocated");
                break;
            case CostPaid { Kind: "management" } e:
                Must(Balance(e.Fund) >= 0, e, "leaves the account overdrawn");
                CeilingMustSuffice(e.Fund, e);
                break;
            case CostAuthorised e:
                CashMustSuffice(e.Fund, e);
                CeilingMustSuffice(e.Fund, e);
                break;
            case ManagementCostsReleased e: CeilingMustSuffice(e.Fund, e); break;
            case RefundCashGranted e:
                if (remembered.Refunds[e.RequestId].FromAllocated.IsPositive)
                    CashMustSuffice(e.Fund, e);
                if (remembered.Refunds[e.RequestId].FromUnallocated.IsPositive)
                    Must(Ledger[UnallocatedPromised, e.Fund] <= Ledger[CashUnallocated, e.Fund], e, "promises more than waits unallocated");
                break;
            default:
                break;
        }
    }

    decimal Balance(string fund) =>
        Ledger[CashReceived, fund] + Ledger[Interest, fund] + Ledger[CashRecovered, fund] - Ledger[CashPaid, fund] - Ledger[Costs, fund] - Ledger[Refunded, fund];

    void CashMustSuffice(string fund, IFundEvent decided) => Must(Balance(fund) >= Ledger[CashReserved, fund], decided, "promises more cash than there is");

    void CeilingMustSuffice(string fund, IFundEvent decided) => Must(
        Ledger[CostsReserved, fund] + Ledger[CostsPaid, fund] + Ledger[Charged, fund] <= Ledger[CostsAllowed, fund], decided, "is above what management may cost");

    void ContractMustSuffice(string contract, IFundEvent decided) => Must(
        Ledger[Reserved, contract] + Ledger[Paid, contract] - Ledger[Recovered, contract] <= Ledger[Ceiling, contract], decided, "is more than the contract has open");

    void ActionMustSuffice(string action, IFundEvent decided) =>
        Must(Ledger[Contracted, action] <= Ledger[Approved, action], decided, "leaves the action contracted above its approval");

    void WindowsMustSuffice(string fund, IEnumerable<WindowAmount> parts, IFundEvent decided)
    {
        foreach (var part in parts)
            WindowMustSuffice($"{fund}/{part.Window}", decided);
    }

    void WindowMustSuffice(string window, IFundEvent decided) => Must(
        Ledger[Approved, window] <= Ledger[Resources, window] + Ledger[Distributed, window] && Ledger[Distributed, window] >= 0, decided, "leaves a window with less than it approved");

    void PoolMustSuffice(string fund, IFundEvent decided, bool capKept)
    {
        var pool = Ledger[Resources, fund];
        var kept = capKept ? Math.Max(Invariants.Cap(remembered.Funds[fund], pool), Ledger[SetApart, fund]) : Ledger[SetApart, fund];
        Must(Ledger[Distributed, fund] + kept <= pool, decided, "leaves less in the pool than is promised on it");
    }

    void MustStayBelowCap(string fund, IFundEvent decided) => Must(
        Ledger[SetApart, fund] <= Invariants.Cap(remembered.Funds[fund], Ledger[Resources, fund]), decided, "leaves management costs above their cap");

    static void Must(bool held, IFundEvent decided, string otherwise)
    {
        if (!held)
            Assert.Fail($"{decided} {otherwise}.");
    }
}
