using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Receipts;

/// <summary>Money of a donor that arrived, as the bank statement has it.</summary>
/// <param name="Amount">What arrived, in the fund's currency.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry, up to 64 characters. One reference is booked once in a fund.</param>
public sealed record RecordReceiptRequest(
    [Positive] Money Amount,
    DateOnly ReceivedOn,
    [Required, BankReference] string BankReference);

/// <summary>
/// Records money that arrived. A bank statement is a fact: it is never refused for being too much; what exceeds the certified amount,
/// less what the donor asked back, waits unallocated.
/// </summary>
public sealed record RecordReceipt(
    string Fund, string PledgeId, string ReceiptId, Money Amount, DateOnly ReceivedOn, string BankReference) : Command<ReceiptView>
{
    public override string Location => $"/funds/{Fund}/pledges/{PledgeId}/receipts/{ReceiptId}";

    string Entry => Receipt.IdOf(Fund, BankReference);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/pledges/{pledge:guid}/receipts", (string fund, Guid pledge, RecordReceiptRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new RecordReceipt(
                Codes.Fold(fund),
                pledge.ToString(),
                Guid.CreateVersion7().ToString(),
                request.Amount,
                request.ReceivedOn,
                request.BankReference)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("RecordReceipt")
        .WithTags("Receipts")
        .WithSummary("Records money of a donor that arrived on the fund's account.")
        .WithDescription("Never refused for being too much: what exceeds the certified amount waits unallocated, is not spent, and is allocated when a certificate covers it.")
        .Produces<ReceiptView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<Pledge>(PledgeId), StateKey.Of<FundTotals>(Fund), StateKey.Of<Receipt>(Entry)];

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (Check(states, pledge) is { } refusal)
            return refusal;
        var allocated = Math.Min(Amount.Amount, pledge.Free());
        return Decision
            .Record(new ContributionReceived(
                Fund, PledgeId, ReceiptId, pledge.Donor, Amount, pledge.In(allocated), pledge.In(Amount.Amount - allocated), ReceivedOn, BankReference))
            .LinkedTo(pledge.TraceParent);
    }

    public override ReceiptView View(States states) => ReceiptView.Of(states.Get<Receipt>(Entry), states.Get<Pledge>(PledgeId));

    Refusal? Check(States states, Pledge pledge) =>
        states.TryFind<Receipt>(Entry, out var booked)
            ? Refusal.Conflict(
                "bank-reference-already-booked",
                $"The bank's reference '{BankReference}' is booked already: {pledge.In(booked.Amount)} of {booked.ReceivedOn:yyyy-MM-dd}, receipt '{booked.ReceiptId}'.",
                "bankReference")
            : AmountRules.Bookable(Amount, pledge.Currency)
                ?? AmountRules.WithinLimit(states.Get<FundTotals>(Fund).Received, Amount, "receipts")
                ?? DateRules.Happened(ReceivedOn, At, "receivedOn", DateRules.ValueDateDays);
}
