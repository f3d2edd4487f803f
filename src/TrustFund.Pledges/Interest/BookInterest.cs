using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Rules;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Interest;

/// <summary>Interest on the fund's account, as the bank statement has it.</summary>
/// <param name="Amount">Signed, in the fund's currency: below zero when the bank charged it.</param>
/// <param name="ValueOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry, up to 64 characters. One reference is booked once in a fund.</param>
/// <param name="Note">A remark, up to 500 characters.</param>
public sealed record BookInterestRequest(
    Money Amount,
    DateOnly ValueOn,
    [Required, BankReference] string BankReference,
    [StringLength(500)] string? Note = null);

/// <summary>Books interest, positive or negative. Whether it changes what the fund may spend is the fund's own rule.</summary>
public sealed record BookInterest(
    string Fund, string InterestId, Money Amount, DateOnly ValueOn, string BankReference, string? Note) : Command<InterestView>
{
    public override string Location => $"/funds/{Fund}/interest/{InterestId}";

    string Entry => InterestEntry.IdOf(Fund, BankReference);

    internal static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/interest", (string fund, BookInterestRequest request, Caller caller, JournalWriter journal) =>
            journal.Record(caller, new BookInterest(
                Codes.Fold(fund), Guid.CreateVersion7().ToString(), request.Amount, request.ValueOn, request.BankReference, request.Note)))
        .MovesMoney()
        .RequireRole(Roles.FinanceOfficer)
        .WithName("BookInterest")
        .WithTags("Interest")
        .WithSummary("Books interest on the fund's account, positive or negative.")
        .Produces<InterestView>(StatusCodes.Status201Created);

    public override IEnumerable<StateKey> Touches(States states) =>
    [
        StateKey.Of<Fund>(Fund),
        StateKey.Of<FundTotals>(Fund),
        .. InterestEntry.Touches(states, Fund, BankReference),
        StateKey.Of<Receipt>(Receipt.IdOf(Fund, BankReference)),
        StateKey.Of<MoneyBack>(MoneyBack.IdOf(Fund, BankReference)),
        .. BankDebit.Touches(Fund, BankReference),
    ];

    public override Decision Decide(States states) =>
        !states.TryFind<Fund>(Fund, out var fund)
            ? Funds.Fund.Missing(Fund)
            : Check(states, fund) is { } refusal
            ? refusal
            : Decision.Record(new InterestBooked(Fund, InterestId, Amount, fund.InterestAddsToAvailability, ValueOn, BankReference, Note));

    public override InterestView View(States states) => InterestView.Of(states.Get<InterestEntry>(Entry));

    Refusal? Check(States states, Fund fund) =>
        ((states.TryFind<InterestEntry>(Entry, out var entry) && entry.ReversedOn is null)
            || (states.TryFind<Receipt>(Receipt.IdOf(Fund, BankReference), out var receipt) && !receipt.IsCorrected)
            ? Refusal.Conflict("bank-reference-already-booked", $"The bank's reference '{BankReference}' is booked already.", "bankReference")
            : Receipt.MustNotBeReserved(BankReference))
        // What came in and what went out under one reference are two movements.
        ?? (Amount.IsPositive ? MoneyBack.MustNotHold(states, Fund, BankReference)
            : Amount.IsNegative ? BankDebit.MustBeFree(states, Fund, BankReference) : null)
        ?? (Amount.IsZero
            ? Refusal.Rule("no-amount", "Interest of nothing is no entry: give an amount above or below zero.", "amount")
            : AmountRules.Bookable(Amount.Abs(), fund.Currency))
        ?? AmountRules.WithinLimit(Math.Abs(states.Get<FundTotals>(Fund).Interest), Amount.Abs(), "interest")
        ?? DateRules.Happened(ValueOn, At, "valueOn", DateRules.ValueDateDays);
}
