using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Contracts;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>A payment that a finance officer asks for.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Amount">What is to be paid, above zero, in the contract's currency.</param>
/// <param name="Invoice">The partner's reference.</param>
/// <param name="RequestedOn">The date of the request: not before the contract's signature, not in the future.</param>
/// <param name="Reference">The fund's own reference, if it has one.</param>
/// <param name="Account">Id of the partner's verified bank account; may be left out where the partner has only one.</param>
sealed record PaymentRequestBody(
    PaymentKind Kind,
    [Positive] Money Amount,
    [Required, StringLength(80)] string Invoice,
    DateOnly RequestedOn,
    [StringLength(80)] string? Reference = null,
    string? Account = null);

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

    public override IEnumerable<StateKey> Touches(States states)
    {
        var key = StateKey.Of<Contract>(ContractId);
        yield return key;
        yield return Versioned!.Value;
        if (states.Holds(key) && states.TryFind<Contract>(ContractId, out var contract))
            yield return StateKey.Of<PartnerAccounts>(contract.Partner);
    }

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
        if (DateRules.Happened(Body.RequestedOn, At, "requestedOn") is { } future)
            return future;
        if (contract.Terminated)
            return Refusal.Conflict("contract-terminated", "The contract is terminated: no further payment may be requested under it.");
        if (contract.FinalPayment is { } final)
            return Refusal.Conflict("final-payment-made", $"Payment '{final}' is the contract's final one: nothing may be paid after it.");
        if (Body.Amount > contract.Open())
            return ExceedsContract(Body.Amount, contract);
        if (Choose(PartnerAccounts.Of(states, contract.Partner), out var account) is { } noAccount)
            return noAccount;
        return Decision.Record(new PaymentRequested(
            Fund, DisbursementId, ContractId, contract.Partner, Body.Kind.Name(), Body.Amount, Body.Invoice.Trim(), Body.RequestedOn, Reference(), account!.Id, account.Iban))
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
    /// the payment is authorised. It goes to a bank account of the partner that a second person has verified, frozen into the payment here. A contract that was signed a moment ago may be waited for: `?atLeast=contracts:123` with the position that
    /// the signature answered with.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="contract">Id of the contract.</param>
    static Task<CommandResult<DisbursementView>> Request(
        string fund, string contract, PaymentRequestBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new RequestPayment(Codes.Fold(fund), Ids.Fold(contract), Guid.CreateVersion7().ToString(), body));

    /// <summary>The account the payment goes to: the one named, else the partner's only verified one.</summary>
    Refusal? Choose(PartnerAccounts accounts, out OpenAccount? chosen)
    {
        if (Body.Account is not null)
        {
            chosen = accounts.Verified(Ids.Fold(Body.Account));
            return chosen is not null ? null
                : Refusal.Rule("account-not-verified", $"'{Body.Account}' is no open bank account of {accounts.Id} that a second person has verified.", "account");
        }
        var verified = accounts.Accounts.Where(open => open.Verified).ToList();
        chosen = verified.Count == 1 ? verified[0] : null;
        return verified.Count switch
        {
            1 => null,
            0 => Refusal.Rule("no-verified-account", $"{accounts.Id} has no bank account that a second person has verified: enter one and let it be verified first.", "account"),
            _ => Refusal.Rule("several-accounts", $"{accounts.Id} has {verified.Count} verified bank accounts: say which one.", "account"),
        };
    }

    string? Reference() => string.IsNullOrWhiteSpace(Body.Reference) ? null : Body.Reference.Trim();

    Refusal UnknownContract() => new(404, "not-found",
        $"There is no contract '{ContractId}' in fund {Fund} that Disbursements knows of. If it was signed just now, wait for it with ?atLeast=contracts:<sequence>.",
        "contract");
}
