using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Sources;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Payments;

/// <summary>
/// The third step: an authorising officer, who neither requested nor verified it, binds the fund to pay. Contract ceiling and cash are
/// reserved here, so that no two payments can be promised the same money.
/// </summary>
sealed record AuthorisePayment(string Fund, string DisbursementId) : PaymentStep(Fund, DisbursementId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/disbursements/{id}/authorisation", Authorise)
        .WithName("AuthorisePayment")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<DisbursementView>();

    public override IEnumerable<StateKey> Touches(States states) => [.. WithBalances(states), .. WithTerms(states)];

    public static void Apply(States states, PaymentAuthorised authorised, Recorded recorded)
    {
        states.Change<Contract>(authorised.ContractId, contract =>
            states.Get<Disbursement>(authorised.DisbursementId).Kind == PaymentKind.Final
                ? contract.Reserve(authorised.Amount) with { FinalPayment = authorised.DisbursementId }
                : contract.Reserve(authorised.Amount));
        states.Change<FundCash>(authorised.Fund, cash => cash.Reserve(authorised.Amount));
        states.Change<Disbursement>(authorised.DisbursementId, payment => payment with
        {
            Status = DisbursementStatus.Authorised,
            AuthorisedFor = authorised.InPlaceOf,
            AuthorisedBy = recorded.Actor,
            AuthorisedAt = recorded.At,
        });
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (payment.MustBe(DisbursementStatus.Verified, "authorised") is { } wrongState)
            return wrongState;
        var amount = payment.Money();
        var terms = FundTerms.Of(states, Fund);
        if (Authority.Refuse(terms, Actor, amount, At, payment.RequestedBy, payment.VerifiedBy, out var inPlaceOf) is { } noAuthority)
            return noAuthority;
        var contract = states.Get<Contract>(payment.ContractId);
        if (contract.MustBePayable(DisbursementId) is { } notPayable)
            return notPayable;
        if (payment.Kind == PaymentKind.Final && contract.Reserved > 0)
            return Refusal.Conflict("payments-outstanding", $"{contract.In(contract.Reserved)} is authorised under the contract and not yet paid: a final payment comes last.");
        if (terms.MustNotPayAfterDeadline(payment.RequestedOn, null) is { } late)
            return late;
        if (PartnerAccounts.Of(states, payment.Partner).MustBeOpen(payment.AccountId) is { } closed)
            return closed;
        if (amount > contract.Open())
            return RequestPayment.ExceedsContract(amount, contract);
        var cash = states.CashOf(Fund, amount.Currency);
        if (cash.MustAfford(amount) is { } unaffordable)
            return unaffordable;
        return Decision.Record(new PaymentAuthorised(Fund, DisbursementId, payment.ContractId, amount, inPlaceOf))
            .LinkedTo([payment.TraceParent, contract.TraceParent, .. cash.ReceiptTraces]);
    }

    /// <summary>Authorise a payment</summary>
    /// <remarks>
    /// The third of the four steps, taken by an authorising officer who neither requested nor verified the payment, within the fund's amount bands, in their own right or as a delegate. It reserves the amount
    /// within the contract's ceiling and within the fund's cash, or refuses with the figures. It has no body.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Authorise(string fund, string id, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new AuthorisePayment(Codes.Fold(fund), Ids.Fold(id)));
}
