using TrustFund.Audit.Dimensions;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using static TrustFund.Audit.Ledger.Lines;
using static TrustFund.Audit.Ledger.MoneyAccounts;

namespace TrustFund.Audit.Ledger;

/// <summary>
/// What the facts of Disbursements come to. A recovery order lowers expenditure when it is established and is cash only when it is paid;
/// what is offset against a payment was booked gross with that payment, so the offset brings it back.
/// </summary>
static class DisbursementPostings
{
    public const string PrefinancingKind = "pre-financing";
    public const string BankChargeKind = "bank-charge";

    public static IEnumerable<Posting> Of(States states, IFundEvent fact) => fact switch
    {
        PaymentExecuted e => Pay(KindOf(states, e.DisbursementId), e.Amount, Of(e.ContractId, e.DisbursementId, e.Window, e.Partner), 1),
        PaymentImported e => Pay(e.Kind, e.Amount, Of(e.ContractId, e.DisbursementId, e.Window, e.Partner), 1),
        PaymentReversed e => Pay(KindOf(states, e.DisbursementId), -e.Amount, Of(e.ContractId, e.DisbursementId, e.Window, e.Partner), -1),
        PaymentReturned e => Pay(KindOf(states, e.DisbursementId), -e.Amount, Of(e.ContractId, e.DisbursementId, e.Window, e.Partner), -1),
        PrefinancingCleared e => Move(Payments, Prefinancing, e.Amount, Known(states, e.ContractId, e.ReportId)),
        PrefinancingClearingReversed e => Move(Payments, Prefinancing, -e.Amount, Known(states, e.ContractId, e.ReportId)),
        RecoveryEstablished e => Move(Recoveries, Payments, e.Amount, Of(e.ContractId, e.RecoveryId, e.Window, e.Partner)),
        RecoveryCashed e => Move(Cash, Recoveries, e.Amount, Of(e.ContractId, e.RecoveryId, e.Window, e.Partner), Flows.Recoveries),
        RecoveryCashReversed e => Move(Cash, Recoveries, -e.Amount, Of(e.ContractId, e.RecoveryId, e.Window, e.Partner), Flows.Recoveries),
        RecoveryOffset e => Move(Cash, Recoveries, e.Amount, Of(e.ContractId, e.RecoveryId, e.Window, e.Partner), Flows.Offsets),
        RecoveryOffsetReversed e => Move(Cash, Recoveries, -e.Amount, Of(e.ContractId, e.RecoveryId, e.Window, e.Partner), Flows.Offsets),
        RecoveryWaived e => Move(Payments, Recoveries, e.Amount, Known(states, e.ContractId, e.RecoveryId)),
        RecoveryWaiverReversed e => Move(Payments, Recoveries, -e.Amount, Known(states, e.ContractId, e.RecoveryId)),
        CostPaid e => PayCost(e.Kind, e.Amount, e.CostId),
        CostReversed e => PayCost(e.Kind, -e.Amount, e.CostId),
        RefundExecuted e => Refund(e.Amount, e.Donor, e.PledgeId, e.RequestId),
        RefundReversed e => Refund(-e.Amount, e.Donor, e.PledgeId, e.RequestId),
        _ => [],
    };

    /// <summary>Whose money it was, in the parts that Disbursements froze; below zero where a payment was undone.</summary>
    public static IEnumerable<AttributedAmount> AttributionOf(IFundEvent fact) => fact switch
    {
        PaymentExecuted e => e.Attribution ?? [],
        PaymentImported e => e.Attribution,
        CostPaid e => e.Attribution,
        RefundExecuted e => e.Attribution,
        RecoveryOffsetReversed e => e.Attribution,
        RecoveryCashReversed e => e.Attribution,
        PaymentReversed e => e.Attribution.Select(Negative),
        PaymentReturned e => e.Attribution.Select(Negative),
        CostReversed e => e.Attribution.Select(Negative),
        RecoveryCashed e => e.Attribution.Select(Negative),
        RecoveryOffset e => e.Attribution.Select(Negative),
        _ => [],
    };

    static About Of(string contract, string document, string? window, string partner) =>
        new() { ContractId = contract, DocumentId = document, Window = window, CrossWindow = window is null, Partner = partner };

    static About Known(States states, string contract, string document) => states.Find<PaidContract>(contract) is { } paid
        ? Of(contract, document, paid.WindowCode, paid.Partner)
        : new() { ContractId = contract, DocumentId = document };

    static string? KindOf(States states, string disbursement) => states.Find<PaymentFacts>(disbursement)?.Kind;

    static IEnumerable<Posting> Pay(string? kind, Money amount, About about, int documents)
    {
        var account = kind == PrefinancingKind ? Prefinancing : Payments;
        return [Line(account, amount, about, documents: documents), Line(Cash, -amount, about, Flows.Payments)];
    }

    static IEnumerable<Posting> PayCost(string kind, Money amount, string cost)
    {
        var isCharge = kind == BankChargeKind;
        return Move(
            isCharge ? BankCharges : ManagementCosts,
            Cash,
            amount,
            new() { DocumentId = cost },
            isCharge ? Flows.BankCharges : Flows.ManagementCosts);
    }

    static IEnumerable<Posting> Refund(Money amount, string donor, string pledge, string request) =>
        Move(Refunds, Cash, amount, new() { Donor = donor, PledgeId = pledge, DocumentId = request }, Flows.Refunds);

    static AttributedAmount Negative(AttributedAmount part) => part with { Amount = -part.Amount };
}
