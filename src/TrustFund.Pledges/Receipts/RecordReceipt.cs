using System.ComponentModel.DataAnnotations;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Receipts;

/// <summary>Money of a donor that arrived, as the bank statement has it.</summary>
/// <param name="Amount">What arrived, in the pledge's currency; for a pledge in another currency than the fund's also in the fund's, as the bank credited it.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry, up to 64 characters. One reference is booked once in a fund.</param>
/// <param name="Rate">For a pledge in another currency than the fund's, the rate it came in at; the recorded rate of the month when left out.</param>
public sealed record RecordReceiptRequest(
    [Positive] Money Amount,
    DateOnly ReceivedOn,
    [Required, BankReference] string BankReference,
    RateRequest? Rate = null);

/// <summary>
/// Records money that arrived. A bank statement is a fact: it is never refused for being too much; what exceeds the certified amount,
/// less what the donor asked back, waits unallocated.
/// </summary>
public sealed record RecordReceipt(
    string Fund, string PledgeId, string ReceiptId, Money Amount, DateOnly ReceivedOn, string BankReference, RateQuote? Rate = null)
    : Command<ReceiptView>
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
                request.BankReference,
                request.Rate?.AsQuote())))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("RecordReceipt")
        .WithTags("Receipts")
        .WithSummary("Records money of a donor that arrived on the fund's account.")
        .WithDescription("Never refused for being too much: what exceeds the certified amount waits unallocated, is not spent, and is allocated when a certificate covers it.")
        .Produces<ReceiptView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Pledge>(PledgeId);
        yield return StateKey.Of<FundTotals>(Fund);
        foreach (var key in Receipt.Touches(states, Fund, BankReference))
            yield return key;
        yield return StateKey.Of<InterestEntry>(InterestEntry.IdOf(Fund, BankReference));
        yield return StateKey.Of<MoneyBack>(MoneyBack.IdOf(Fund, BankReference));
        if (!Pledge.Held(states, PledgeId, out var pledge) || pledge.Foreign is null)
            yield break;
        foreach (var key in InBooks.Touches(states, PledgeId, Rate, ReceivedOn).Concat(PledgeWindows.Touches(states, PledgeId)))
            yield return key;
    }

    public override Decision Decide(States states)
    {
        if (Pledge.Find(states, Fund, PledgeId) is not { } pledge)
            return Pledge.Missing(Fund, PledgeId);
        if (pledge.Foreign is not null)
            return DecideForeign(states, pledge);
        if (Refusal.All(Check(states, pledge), CheckAmount(pledge) is null ? WithinLimit(states, Amount) : null, Conversion.NotNeeded(Rate, pledge.Currency)) is { } refusal)
            return refusal;
        var allocated = pledge.In(WaitingMoney.Fits(pledge, Amount.Amount));
        var earmarked = Allocation.Of(pledge, allocated, allocated).Earmarked;
        return Decision
            .Record(new ContributionReceived(
                Fund, PledgeId, ReceiptId, pledge.Donor, Amount, allocated, Amount - allocated, ReceivedOn, BankReference, Earmarked: earmarked))
            .LinkedTo(pledge.TraceParent);
    }

    /// <summary>Compared in the pledge's own currency, booked in the fund's; what it is worth beside its certificate is an entry of its own.</summary>
    Decision DecideForeign(States states, Pledge pledge)
    {
        var currency = pledge.Own().Currency;
        var unknown = Conversion.Find(states, Fund, pledge.Currency, currency, Rate, ReceivedOn, At, out var conversion);
        if (Refusal.All(Check(states, pledge), unknown) is { } refusal)
            return refusal;
        var inBooks = Amount.Currency == pledge.Currency;
        if (conversion!.Bookable(Amount) is { } unbookable)
            return unbookable;
        var other = conversion.To(Amount);
        var (own, booked) = inBooks ? (other, Amount) : (Amount, other);
        if (WithinLimit(states, booked) is { } beyond)
            return beyond;
        var part = pledge.InOwn(WaitingMoney.Fits(pledge, own.Amount));
        var allocation = Allocation.Of(pledge, part, Proportion.Of(booked, part.Amount, own.Amount));
        var received = new ContributionReceived(
            Fund,
            PledgeId,
            ReceiptId,
            pledge.Donor,
            booked,
            allocation.Booked,
            booked - allocation.Booked,
            ReceivedOn,
            BankReference,
            own,
            conversion.Quote,
            allocation.Earmarked,
            allocation.Own,
            allocation.OriginalEarmarked);
        return Decision.Record([received, .. allocation.Realised(pledge, ReceiptId, ReceivedOn)]).LinkedTo(pledge.TraceParent);
    }

    public override ReceiptView View(States states) => ReceiptView.Of(states.Get<Receipt>(Entry), states.Get<Pledge>(PledgeId));

    /// <summary>Without its pledge, what does not depend on that is told all the same.</summary>
    internal Refusal? Check(States states, Pledge? pledge) => Refusal.All(
        CheckReference(states),
        pledge is null ? AmountRules.Positive(Amount) : CheckAmount(pledge),
        DateRules.Happened(ReceivedOn, At, "receivedOn", DateRules.ValueDateDays));

    Refusal? CheckAmount(Pledge pledge) =>
        AmountRules.Bookable(Amount, Amount.Currency == pledge.Currency ? pledge.Currency : pledge.Own().Currency);

    Refusal? WithinLimit(States states, Money booked) => AmountRules.WithinLimit(states.Get<FundTotals>(Fund).Received, booked, "receipts");

    Refusal? CheckReference(States states) =>
        states.TryFind<Receipt>(Entry, out var booked) && !booked.IsCorrected
            ? Refusal.Conflict(
                "bank-reference-already-booked",
                $"The bank's reference '{BankReference}' is booked already: {new Money(booked.Amount, states.Get<FundTotals>(Fund).Currency)} of {booked.ReceivedOn:yyyy-MM-dd}, receipt '{booked.ReceiptId}'.",
                "bankReference")
            : states.TryFind<InterestEntry>(InterestEntry.IdOf(Fund, BankReference), out var interest) && interest.ReversedOn is null
            ? Refusal.Conflict(
                "bank-reference-already-booked",
                $"The bank's reference '{BankReference}' is booked already: interest '{interest.InterestId}' of {interest.ValueOn:yyyy-MM-dd}.",
                "bankReference")
            : Receipt.MustNotBeReserved(BankReference) ?? MoneyBack.MustNotHold(states, Fund, BankReference);
}
