using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Contracts;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>A payment that a finance officer asks for.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">What is to be paid, above zero, in the contract's currency.</param>
/// <param name="Invoice">The partner's reference.</param>
/// <param name="RequestedOn">The date of the request: not before the contract's signature, not in the future.</param>
/// <param name="Reference">The fund's own reference, if it has one.</param>
sealed record PaymentRequestBody(
    PaymentKind Kind,
    [Positive] Money Amount,
    [Required, StringLength(80)] string Invoice,
    DateOnly RequestedOn,
    [StringLength(80)] string? Reference = null);

/// <summary>The first step: a finance officer requests a payment under a contract. Nothing is reserved yet.</summary>
sealed record RequestPayment(string Fund, string ContractId, string DisbursementId, PaymentRequestBody Body) : Command<DisbursementView>
{
    public override StateKey? Versioned => StateKey.Of<Disbursement>(DisbursementId);

    public override string? Location => $"/funds/{Fund}/disbursements/{DisbursementId}";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/contracts/{contract}/payment-requests", Request)
        .WithName("RequestPayment")
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<DisbursementView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Contract>(ContractId), Versioned!.Value];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return UnknownContract();
        if (Body.Amount.Currency.Code != contract.Currency)
            return Refusal.Rule("wrong-currency", $"The contract is in {contract.Currency}, and the payment in {Body.Amount.Currency}.", "amount");
        if (!Body.Amount.IsPositive)
            return Refusal.Rule("amount-not-positive", $"{Body.Amount} is nothing to pay: the amount must be greater than zero.", "amount");
        if (Body.RequestedOn < contract.SignedOn)
            return Refusal.Rule("date-before-signature", $"The contract was signed on {contract.SignedOn:yyyy-MM-dd}: a payment cannot have been requested on {Body.RequestedOn:yyyy-MM-dd}.", "requestedOn");
        if (ValueDates.InFuture(Body.RequestedOn, At, "requestedOn") is { } future)
            return future;
        if (Body.Amount > contract.Open())
            return ExceedsContract(Body.Amount, contract);
        return Decision.Record(new PaymentRequested(
            Fund, DisbursementId, ContractId, contract.Partner, Body.Kind.Name(), Body.Amount, Body.Invoice.Trim(), Body.RequestedOn, Reference()))
            .LinkedTo(contract.TraceParent);
    }

    public override DisbursementView View(States states) => DisbursementView.Of(states.Get<Disbursement>(DisbursementId));

    public static Refusal ExceedsContract(Money amount, Contract contract) =>
        Refusal.Rule("exceeds-contract", $"{amount} is {amount - contract.Open()} more than the contract has open: {contract.Figures()}.", "amount");

    public static void Apply(States states, PaymentRequested requested, Recorded recorded) =>
        states.Put(Disbursement.Requested(requested, recorded));

    /// <summary>Request a payment</summary>
    /// <remarks>
    /// The first of the four steps, taken by a finance officer. The amount must fit what the contract has open, but nothing is reserved before
    /// the payment is authorised. A contract that was signed a moment ago may be waited for: `?atLeast=contracts:123` with the position that
    /// the signature answered with.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    static Task<CommandResult<DisbursementView>> Request(
        string fund, string contract, PaymentRequestBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RequestPayment(Codes.Fold(fund), Ids.Fold(contract), Guid.CreateVersion7().ToString(), body));

    string? Reference() => string.IsNullOrWhiteSpace(Body.Reference) ? null : Body.Reference.Trim();

    Refusal UnknownContract() => new(404, "not-found",
        $"There is no contract '{ContractId}' in fund {Fund} that Disbursements knows of. If it was signed just now, wait for it with ?atLeast=contracts:<sequence>.",
        "contract");
}
