using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
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

    public override IEnumerable<StateKey> Touches(States states) => WithBalances(states);

    public static void Apply(States states, PaymentAuthorised authorised, Recorded recorded)
    {
        states.Change<Contract>(authorised.ContractId, contract => contract.Reserve(authorised.Amount));
        states.Change<FundCash>(authorised.Fund, cash => cash.Reserve(authorised.Amount));
        states.Change<Disbursement>(authorised.DisbursementId, payment => payment with
        {
            Status = DisbursementStatus.Authorised,
            AuthorisedBy = recorded.Actor,
            AuthorisedAt = recorded.At,
        });
    }

    protected override Decision Decide(States states, Disbursement payment)
    {
        if (payment.MustBe(DisbursementStatus.Verified, "authorised") is { } wrongState)
            return wrongState;
        if (Actor == payment.RequestedBy)
            return Refusal.Forbidden("four-eyes", "You requested this payment: somebody else must authorise it.");
        if (Actor == payment.VerifiedBy)
            return Refusal.Forbidden("four-eyes", "You verified this payment: somebody else must authorise it.");
        var amount = payment.Money();
        var contract = states.Get<Contract>(payment.ContractId);
        if (amount > contract.Open())
            return RequestPayment.ExceedsContract(amount, contract);
        // A fund that no fact of Pledges has named yet has no cash.
        var cash = states.Find<FundCash>(Fund) ?? FundCash.Of(Fund, amount.Currency);
        if (cash.Currency != payment.Currency)
            return Refusal.Rule("wrong-currency", $"The fund keeps its cash in {cash.Currency}, and the payment is in {payment.Currency}.", "amount");
        if (amount > cash.Available())
            return InsufficientCash(amount, cash);
        return Decision.Record(new PaymentAuthorised(Fund, DisbursementId, payment.ContractId, amount))
            .LinkedTo([payment.TraceParent, contract.TraceParent, .. cash.ReceiptTraces]);
    }

    static Refusal InsufficientCash(Money amount, FundCash cash) => Refusal.Rule("insufficient-cash",
        $"{amount} is {amount - cash.Available()} more than the fund has available: of {cash.In(cash.Received)} received, {cash.In(cash.Paid)} is paid and "
        + $"{cash.In(cash.Reserved)} reserved for authorised payments, so {cash.Available()} is left"
        + (cash.Unallocated > 0 ? $"; another {cash.In(cash.Unallocated)} waits unallocated and may not be spent." : "."),
        "amount");

    /// <summary>Authorise a payment</summary>
    /// <remarks>
    /// The third of the four steps, taken by an authorising officer who neither requested nor verified the payment. It reserves the amount
    /// within the contract's ceiling and within the fund's cash, or refuses with the figures. It has no body.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the disbursement.</param>
    static Task<CommandResult<DisbursementView>> Authorise(string fund, string id, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new AuthorisePayment(Codes.Fold(fund), Ids.Fold(id)));
}
