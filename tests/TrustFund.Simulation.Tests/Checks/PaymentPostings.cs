using TrustFund.Events.Disbursements.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>What the facts of Disbursements change.</summary>
static class PaymentPostings
{
    const string Prefinancing = "pre-financing";
    const string BankCharge = "bank-charge";

    public static IEnumerable<Posting> For(IFundEvent fact, Remembered remembered) => fact switch
    {
        DecommitmentGranted e => [new(Ceiling, e.ContractId, -e.Amount.Amount)],
        ManagementCostsReleased e => [new(CostsAllowed, e.Fund, -e.Amount.Amount)],
        PaymentAuthorised e => Reserve(e.Fund, e.ContractId, e.Amount.Amount),
        PaymentRejected e => Reserve(e.Fund, e.ContractId, e.WasReserved ? -e.Amount.Amount : 0),
        PaymentExecuted e => [
            .. Reserve(e.Fund, e.ContractId, -e.Amount.Amount),
            .. Pay(e.Fund, e.ContractId, e.Amount.Amount, remembered.KindOf(e.DisbursementId) == Prefinancing)],
        PaymentImported e => [
            .. Pay(e.Fund, e.ContractId, e.Amount.Amount, e.Kind == Prefinancing),
            new(CashLost, e.Fund, e.Amount.Amount),
            new(PaidUnasked, e.ContractId, e.Amount.Amount)],
        PaymentReversed e => Pay(e.Fund, e.ContractId, -e.Amount.Amount, remembered.KindOf(e.DisbursementId) == Prefinancing),
        PaymentReturned e => Pay(e.Fund, e.ContractId, -e.Amount.Amount, remembered.KindOf(e.DisbursementId) == Prefinancing),
        PrefinancingCleared e => Both(Cleared, e.Fund, e.ContractId, e.Amount.Amount),
        PrefinancingClearingReversed e => Both(Cleared, e.Fund, e.ContractId, -e.Amount.Amount),
        RecoveryEstablished e => Owe(e.Fund, e.ContractId, remembered),
        RecoveryWaived e => Owe(e.Fund, e.ContractId, remembered),
        RecoveryWaiverReversed e => Owe(e.Fund, e.ContractId, remembered),
        RecoveryCashed e => Recover(e.Fund, e.ContractId, e.Amount.Amount, remembered),
        RecoveryCashReversed e => [.. Recover(e.Fund, e.ContractId, -e.Amount.Amount, remembered), new(CashLost, e.Fund, e.Amount.Amount), new(PaidUnasked, e.ContractId, e.Amount.Amount)],
        RecoveryOffset e => Recover(e.Fund, e.ContractId, e.Amount.Amount, remembered),
        RecoveryOffsetReversed e => [.. Recover(e.Fund, e.ContractId, -e.Amount.Amount, remembered), new(CashLost, e.Fund, e.Amount.Amount), new(PaidUnasked, e.ContractId, e.Amount.Amount)],
        _ => Other(fact, remembered),
    };

    /// <summary>Whose money it was that went out, positive, or came back.</summary>
    public static IEnumerable<Posting> Attribution(IFundEvent fact, Remembered remembered)
    {
        var (parts, sign) = AttributionOf(fact, remembered);
        foreach (var part in parts)
        {
            var pot = ContributionPostings.Pot(fact.Fund, part.Donor, part.Window);
            if (fact is not RefundExecuted)
                yield return new(Used, pot, sign * part.Amount.Amount);
            if (fact is not (RefundCashGranted or RefundCashRefused))
                yield return new(Given, pot, sign * part.Amount.Amount);
        }
    }

    public static (IReadOnlyList<AttributedAmount> Parts, int Sign) AttributionOf(IFundEvent fact, Remembered remembered) => fact switch
    {
        PaymentExecuted e => (e.Attribution!, 1),
        PaymentImported e => (e.Attribution, 1),
        CostPaid e => (e.Attribution, 1),
        RefundCashGranted e => (e.Attribution!, 1),
        RefundCashRefused e when remembered.Granted.TryGetValue(e.RequestId, out var granted) => (granted.Attribution!, -1),
        RefundExecuted e => (e.Attribution, 1),
        RecoveryOffsetReversed e => (e.Attribution, 1),
        RecoveryCashReversed e => (e.Attribution, 1),
        PaymentReversed e => (e.Attribution, -1),
        PaymentReturned e => (e.Attribution, -1),
        CostReversed e => (e.Attribution, -1),
        RecoveryCashed e => (e.Attribution, -1),
        RecoveryOffset e => (e.Attribution, -1),
        _ => ([], 1),
    };

    static IEnumerable<Posting> Reserve(string fund, string contract, decimal amount) =>
        amount == 0 ? [] : [new(CashReserved, fund, amount), new(Reserved, contract, amount)];

    static IEnumerable<Posting> Both(Of figure, string fund, string contract, decimal amount) => [new(figure, fund, amount), new(figure, contract, amount)];

    static IEnumerable<Posting> Pay(string fund, string contract, decimal amount, bool prefinancing) =>
        [new(CashPaid, fund, amount), new(Paid, contract, amount), .. Both(Prefinanced, fund, contract, prefinancing ? amount : 0)];

    static IEnumerable<Posting> Recover(string fund, string contract, decimal amount, Remembered remembered) =>
        [new(CashRecovered, fund, amount), new(Recovered, contract, amount), .. Owe(fund, contract, remembered)];

    static IEnumerable<Posting> Owe(string fund, string contract, Remembered remembered) =>
        [.. Both(Owed, fund, contract, remembered.OrderChange.Owed), .. Both(Excess, fund, contract, remembered.OrderChange.Excess)];

    static IEnumerable<Posting> Other(IFundEvent fact, Remembered remembered)
    {
        switch (fact)
        {
            case CostAuthorised e:
                return [new(CashReserved, e.Fund, e.Amount.Amount), new(CostsReserved, e.Fund, e.Amount.Amount)];
            case CostRejected { WasReserved: true } e:
                return [new(CashReserved, e.Fund, -e.Amount.Amount), new(CostsReserved, e.Fund, -e.Amount.Amount)];
            case CostPaid { Kind: BankCharge } e:
                return [new(Costs, e.Fund, e.Amount.Amount), new(CashLost, e.Fund, e.Amount.Amount), new(Charged, e.Fund, e.Amount.Amount)];
            case CostPaid e:
                return
                [
                    new(Costs, e.Fund, e.Amount.Amount),
                    new(CostsPaid, e.Fund, e.Amount.Amount),
                    new(CashReserved, e.Fund, -e.Amount.Amount),
                    new(CostsReserved, e.Fund, -e.Amount.Amount),
                ];
            case CostReversed e:
                return [new(Costs, e.Fund, -e.Amount.Amount), new(e.Kind == BankCharge ? Charged : CostsPaid, e.Fund, -e.Amount.Amount)];
            case RefundCashGranted e:
                return Promise(e.Fund, remembered.Refunds[e.RequestId], 1);
            case RefundCashRefused e when remembered.Granted.ContainsKey(e.RequestId):
                return Promise(e.Fund, remembered.Refunds[e.RequestId], -1);
            case RefundExecuted e:
                var asked = remembered.Refunds[e.RequestId];
                return
                [
                    .. Promise(e.Fund, asked, -1),
                    new(Refunded, e.Fund, asked.FromAllocated.Amount),
                    new(CashUnallocated, e.Fund, -asked.FromUnallocated.Amount),
                    new(GivenBack, ContributionPostings.Pot(e.Fund, e.Donor, null), asked.FromUnallocated.Amount),
                ];
            case RefundReversed e:
                return [new(CashUnallocated, e.Fund, e.Amount.Amount), new(GivenBack, ContributionPostings.Pot(e.Fund, e.Donor, null), -e.Amount.Amount)];
            default:
                return [];
        }
    }

    static IEnumerable<Posting> Promise(string fund, Events.Pledges.V1.RefundRequested asked, int sign) =>
    [
        new(CashReserved, fund, sign * asked.FromAllocated.Amount),
        new(UnallocatedPromised, fund, sign * asked.FromUnallocated.Amount),
    ];
}
