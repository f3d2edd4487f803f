using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>The bank's entry that paid a disbursement.</summary>
/// <param name="PaidOn">The bank's value date: not before the request, not in the future.</param>
/// <param name="BankReference">The bank's reference of the entry; in one fund it pays one disbursement only.</param>
sealed record PaymentExecutionBody(DateOnly PaidOn, [Required, StringLength(80)] string BankReference);

/// <summary>The fourth step: a finance officer books the bank's entry, and what was reserved is spent.</summary>
sealed record ExecutePayment(string Fund, string DisbursementId, DateOnly PaidOn, string BankReference) : PaymentStep(Fund, DisbursementId)
{
    string BankEntryId => BankEntry.IdOf(Fund, BankReference);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/execution", Execute)
        .WithName("ExecutePayment")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public override IEnumerable<StateKey> Touches(States states) => WithBalances(states).Append(StateKey.Of<BankEntry>(BankEntryId));

    public static void Apply(States states, PaymentExecuted executed, Recorded recorded)
    {
        states.Change<Contract>(executed.ContractId, contract => contract.Pay(executed.Amount));
        states.Change<FundCash>(executed.Fund, cash => cash.Pay(executed.Amount));
        states.Put(new BankEntry { Id = BankEntry.IdOf(executed.Fund, executed.BankReference), DisbursementId = executed.DisbursementId });
        states.Change<Disbursement>(executed.DisbursementId, payment => payment with
        {
            Status = DisbursementStatus.Executed,
            ExecutedBy = recorded.Actor,
            ExecutedAt = recorded.At,
            PaidOn = executed.PaidOn,
            BankReference = executed.BankReference,
        });
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (payment.MustBe(DisbursementStatus.Authorised, "executed") is { } wrongState)
            return wrongState;
        if (PaidOn < payment.RequestedOn)
            return Refusal.Rule("date-before-request", $"The payment was requested on {payment.RequestedOn:yyyy-MM-dd}: it cannot have been paid on {PaidOn:yyyy-MM-dd}.", "paidOn");
        if (ValueDates.InFuture(PaidOn, At, "paidOn") is { } future)
            return future;
        if (states.TryFind<BankEntry>(BankEntryId, out var booked))
            return Refusal.Conflict("bank-reference-already-booked", $"The bank's entry '{BankReference}' of fund {Fund} has paid disbursement '{booked.DisbursementId}'.", "bankReference");
        var contract = states.Get<Contract>(payment.ContractId);
        return Decision.Record(new PaymentExecuted(
            Fund, DisbursementId, payment.ContractId, payment.Partner, contract.Window, payment.Money(), PaidOn, BankReference))
            .LinkedTo([payment.TraceParent, contract.TraceParent, .. states.Get<FundCash>(Fund).ReceiptTraces]);
    }

    /// <summary>Execute a payment</summary>
    /// <remarks>
    /// The last of the four steps: a finance officer books the entry of the bank's statement. What was reserved under the contract and of the
    /// fund's cash is spent. The same bank reference cannot pay two disbursements of one fund.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Execute(
        string fund, string id, PaymentExecutionBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ExecutePayment(Codes.Fold(fund), Ids.Fold(id), body.PaidOn, body.BankReference.Trim()));
}
