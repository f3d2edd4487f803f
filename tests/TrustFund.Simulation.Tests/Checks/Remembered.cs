using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>Facts that later ones speak of by id.</summary>
sealed class Remembered
{
    readonly Dictionary<string, decimal> coFinanced = [];
    readonly Dictionary<string, decimal> coFinancingChanges = [];
    readonly Dictionary<string, string> kinds = [];
    readonly Dictionary<string, decimal> ceilings = [];
    readonly Dictionary<string, decimal> importedCoFinancing = [];
    readonly Dictionary<string, decimal> orders = [];

    public Dictionary<string, FundEstablished> Funds { get; } = [];

    public Dictionary<string, RefundRequested> Refunds { get; } = [];

    /// <summary>Pledges of which a refund is under way.</summary>
    public HashSet<string> Refunding { get; } = [];

    /// <summary>Refunds for which cash was set aside.</summary>
    public Dictionary<string, RefundCashGranted> Granted { get; } = [];

    public Dictionary<string, ActionApproved> Actions { get; } = [];

    public Dictionary<string, ContractSigned> Contracts { get; } = [];

    public HashSet<string> ClosedActions { get; } = [];

    /// <summary>The day after which nothing is contracted, as it stands now.</summary>
    public Dictionary<string, DateOnly?> ContractingDeadlines { get; } = [];

    /// <summary>What others may pay towards an action's contracts; imported history may pay more.</summary>
    public decimal CoFinancingCeiling(string action) => ceilings.GetValueOrDefault(action) + importedCoFinancing.GetValueOrDefault(action);

    public string KindOf(string payment) => kinds[payment];

    /// <summary>By how much an amendment changed what others pay: it replaces all of it.</summary>
    public decimal CoFinancingChange(ContractAmended amended) => coFinancingChanges[amended.AmendmentId];

    /// <summary>By how much the last fact changed what its recovery order has open, and what came back above it.</summary>
    public (decimal Owed, decimal Excess) OrderChange { get; private set; }

    public void Enter(IFundEvent fact)
    {
        switch (fact)
        {
            case FundEstablished e:
                Funds.Add(e.Fund, e);
                ContractingDeadlines[e.Fund] = e.ContractingDeadline;
                break;
            case DeadlineSet { Kind: "contracting" } e:
                ContractingDeadlines[e.Fund] = e.On;
                break;
            case RefundRequested e:
                Refunds.Add(e.RequestId, e);
                Refunding.Add(e.PledgeId);
                break;
            case RefundRejected e:
                Refunding.Remove(e.PledgeId);
                break;
            case RefundCompleted e:
                Refunding.Remove(e.PledgeId);
                break;
            case RefundCashGranted e:
                Granted.Add(e.RequestId, e);
                break;
            case ActionApproved e:
                Actions.Add(e.ActionId, e);
                ceilings[e.ActionId] = e.CoFinancingCeiling?.Amount ?? 0;
                break;
            case RiderApproved e:
                ceilings[e.ActionId] = e.CoFinancingCeiling?.Amount ?? ceilings[e.ActionId];
                if (e.By.IsPositive)
                    ClosedActions.Remove(e.ActionId);
                break;
            case ActionClosed e:
                ClosedActions.Add(e.ActionId);
                break;
            case ContractSigned e:
                Contracts.Add(e.ContractId, e);
                coFinanced[e.ContractId] = e.CoFinancing?.Sum(part => part.Amount.Amount) ?? 0;
                if (e.Imported)
                    importedCoFinancing[e.ActionId] = importedCoFinancing.GetValueOrDefault(e.ActionId) + coFinanced[e.ContractId];
                break;
            case ContractAmended e:
                var after = e.CoFinancing?.Sum(part => part.Amount.Amount) ?? coFinanced[e.ContractId];
                coFinancingChanges.Add(e.AmendmentId, after - coFinanced[e.ContractId]);
                coFinanced[e.ContractId] = after;
                break;
            case PaymentRequested e:
                kinds.Add(e.DisbursementId, e.Kind);
                break;
            case PaymentImported e:
                kinds.Add(e.DisbursementId, e.Kind);
                break;
            default:
                OrderChange = Settle(fact);
                break;
        }
    }

    (decimal Owed, decimal Excess) Settle(IFundEvent fact)
    {
        (string Order, decimal Amount)? by = fact switch
        {
            RecoveryEstablished e => (e.RecoveryId, e.Amount.Amount),
            RecoveryWaived e => (e.RecoveryId, -e.Amount.Amount),
            RecoveryWaiverReversed e => (e.RecoveryId, e.Amount.Amount),
            RecoveryCashed e => (e.RecoveryId, -e.Amount.Amount),
            RecoveryCashReversed e => (e.RecoveryId, e.Amount.Amount),
            RecoveryOffset e => (e.RecoveryId, -e.Amount.Amount),
            RecoveryOffsetReversed e => (e.RecoveryId, e.Amount.Amount),
            _ => null,
        };
        if (by is not { } change)
            return (0, 0);
        var before = orders.GetValueOrDefault(change.Order);
        var after = orders[change.Order] = before + change.Amount;
        return (Math.Max(0, after) - Math.Max(0, before), Math.Max(0, -after) - Math.Max(0, -before));
    }
}
