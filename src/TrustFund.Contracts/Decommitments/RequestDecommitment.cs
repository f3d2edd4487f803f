using System.ComponentModel.DataAnnotations;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Payments;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Decommitments;

/// <summary>The unused part of a contract, or some of it, to be released.</summary>
/// <param name="Amount">How much, in the fund's currency.</param>
/// <param name="RequestedOn">Its value date: up to the contracting deadline the money goes back to the action, after it to the fund.</param>
/// <param name="Reason">Why.</param>
sealed record RequestDecommitmentRequest(
    [Positive] Money Amount,
    DateOnly RequestedOn,
    [Required, StringLength(500)] string Reason);

/// <summary>
/// Asks Disbursements to give back the right to pay a part of a contract. What is plainly not there is refused at once; whether the rest
/// is still unpaid and unreserved only Disbursements knows.
/// </summary>
sealed record RequestDecommitment(
    string Fund, string ContractId, string RequestId, Money Amount, DateOnly RequestedOn, string Reason) : Command<DecommitmentView>
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/contracts/{contract:guid}/decommitments", (string fund, Guid contract, RequestDecommitmentRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RequestDecommitment(
                Codes.Fold(fund),
                contract.ToString(),
                Guid.CreateVersion7().ToString(),
                request.Amount,
                request.RequestedOn,
                request.Reason.Trim())))
        .RequireRole(Roles.FinanceOfficer)
        .MovesMoney()
        .WithName(nameof(RequestDecommitment))
        .WithTags("Decommitments")
        .WithSummary("Ask for the unused part of a contract to be released")
        .WithDescription(
            "The answer is 202: Disbursements decides whether the amount is still unpaid and unreserved, and the request then becomes "
            + "`completed` or `rejected`, with the largest amount that could be released. More than the contract has left is refused at once "
            + "with 422 `exceeds-contract`.")
        .Produces<DecommitmentView>(StatusCodes.Status202Accepted);

    public override IEnumerable<StateKey> Touches(States states) =>
    [
        StateKey.Of<Fund>(Fund),
        StateKey.Of<Contract>(ContractId),
        StateKey.Of<ContractPayments>(ContractId),
        StateKey.Of<Decommitment>(RequestId),
    ];

    public override StateKey? Versioned => StateKey.Of<Decommitment>(RequestId);

    public override int Status => StatusCodes.Status202Accepted;

    public override string Location => $"/funds/{Fund}/decommitments/{RequestId}";

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Fund>(Fund, out var fund))
            return Refusal.NotFound("fund", Fund);
        if (!states.TryFind<Contract>(ContractId, out var contract) || contract.Fund != Fund)
            return Refusal.NotFound("contract", ContractId);
        var paid = states.Find<ContractPayments>(ContractId)?.Paid ?? 0;
        var refusal = fund.RefuseAmount(Amount)
            ?? fund.RefuseDate(RequestedOn, At, "requestedOn")
            ?? contract.RefuseBeforeSignature(RequestedOn, "requestedOn")
            ?? RefuseExcess(contract, paid);
        return refusal is not null
            ? refusal
            : Decision
                .Record(new DecommitmentRequested(Fund, RequestId, ContractId, Amount, RequestedOn, Reason))
                .LinkedTo(contract.TraceParent);
    }

    public override DecommitmentView View(States states) => DecommitmentView.Of(states.Get<Decommitment>(RequestId));

    Refusal? RefuseExcess(Contract contract, decimal paid)
    {
        // More may have come back than was paid; what is not contracted cannot be given back all the same.
        var left = contract.Amount(contract.Contracted - contract.Pending - Math.Max(0, paid));
        return Amount > left
            ? Refusal.Rule(
                "exceeds-contract",
                $"{Amount} is more than the {left} the contract has left: it stands at {contract.Amount(contract.Contracted)}, of which "
                + $"{contract.Amount(paid)} is paid and {contract.Amount(contract.Pending)} already asked to be decommitted.",
                "amount")
            : null;
    }
}
