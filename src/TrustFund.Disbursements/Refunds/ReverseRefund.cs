using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Funds;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Refunds;

/// <summary>Why an executed refund is taken back.</summary>
/// <param name="ReversedOn">The date of the correction, or the bank's value date: not before the refund, not in the future.</param>
/// <param name="Reason">For the auditor, or as the bank says.</param>
/// <param name="BankReference">Where the bank returned the money, its reference of the credit: the refund's own where it refused to send it. Left out for a booking by mistake.</param>
sealed record RefundReversalBody(DateOnly ReversedOn, [Required, StringLength(500)] string Reason, [StringLength(80), RegularExpression(@".*\S.*")] string? BankReference = null);

/// <summary>
/// An executed refund is taken back, whole and once: booked by mistake, or returned by the bank, which is a fact. The money is the donor's and
/// waits unallocated, for what of it had been allocated was released, and may be promised to others since: its sources stay used up.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the refund request.</param>
/// <param name="ReversedOn">The date of the correction, or the bank's value date.</param>
/// <param name="Reason">Why.</param>
/// <param name="BankReference">The bank's reference of the credit; null for a booking by mistake.</param>
/// <param name="MayCorrect">Whether the caller is an authorising officer; anybody else may only book what the bank returned.</param>
sealed record ReverseRefund(string Fund, string RequestId, DateOnly ReversedOn, string Reason, string? BankReference, bool MayCorrect) : Command<RefundView>
{
    public override StateKey? Versioned => StateKey.Of<Refund>(RequestId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/refunds/{id}/reversal", Reverse)
        .WithName("ReverseRefund")
        .RequireRole(Roles.AuthorisingOfficer, Roles.FinanceOfficer)
        .MovesMoney()
        .Produces<RefundView>();

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return Versioned!.Value;
        yield return StateKey.Of<FundCash>(Fund);
        var paidUnder = states.Holds(Versioned.Value) ? states.Find<Refund>(RequestId)?.BankReference : null;
        foreach (var reference in new[] { paidUnder, BankReference }.OfType<string>())
        {
            foreach (var key in BankBooks.Keys(states, BankEntry.IdOf(Fund, reference)))
                yield return key;
        }
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Refund>(RequestId, out var refund) || refund.Fund != Fund)
            return Refusal.NotFound("refund", RequestId, "id");
        if ((refund.MustHaveLeft() ?? MustFit(refund, states)) is { } refusal)
            return refusal;
        var paidUnder = BankEntry.IdOf(Fund, refund.BankReference!);
        IReadOnlyList<IFundEvent> facts =
        [
            new RefundReversed(Fund, RequestId, refund.PledgeId, refund.Donor, refund.Money(), ReversedOn, Reason, BankReference),
            .. BankReference is null
                ? BankBooks.Unmatch(states, Fund, paidUnder, BankKinds.Refund, RequestId, Reason)
                : BankBooks.Match(states, Fund, BankReference, BankKinds.Return, RequestId, refund.Money()),
        ];
        return Decision.Record(facts).LinkedTo(refund.TraceParent);
    }

    public override RefundView View(States states) => RefundView.Of(states.Get<Refund>(RequestId));

    public static void Apply(States states, RefundReversed reversed, Recorded recorded)
    {
        var refund = states.Get<Refund>(reversed.RequestId);
        states.Change<FundCash>(reversed.Fund, cash => cash with { Unallocated = (cash.In(cash.Unallocated) + reversed.Amount).Amount });
        if (reversed.BankReference is { } credit)
            BankBooks.Book(states, reversed.Fund, credit, BankKinds.Return, refund.Id, reversed.Amount, reversed.ReversedOn);
        else
            BankBooks.Cancel(states, BankEntry.IdOf(reversed.Fund, refund.BankReference!), BankKinds.Refund, refund.Id);
        states.Put(refund with
        {
            Status = RefundStatus.Reversed,
            ReversedBy = recorded.Actor,
            ReversedAt = recorded.At,
            ReversedOn = reversed.ReversedOn,
            ReversedBecause = reversed.Reason,
            ReturnReference = reversed.BankReference,
        });
    }

    Refusal? MustFit(Refund refund, States states)
    {
        if (ReversedOn < refund.PaidOn)
            return Refusal.Rule("date-before-payment", $"The refund was paid on {refund.PaidOn:yyyy-MM-dd}: it cannot have come back on {ReversedOn:yyyy-MM-dd}.", "reversedOn");
        if (DateRules.Happened(ReversedOn, At, "reversedOn") is { } future)
            return future;
        if (BankReference is null)
            return MustMayCorrect(refund);
        var entry = BankBooks.EntryOf(states, BankEntry.IdOf(Fund, BankReference));
        return (entry.Id == BankEntry.IdOf(Fund, refund.BankReference!) ? null : entry.MustBeFree(Fund, BankReference)) ?? entry.MustHoldNoCredit(Fund, BankReference);
    }

    Refusal? MustMayCorrect(Refund refund) =>
        !MayCorrect ? Refusal.Forbidden("not-returned", "Only an authorising officer corrects a refund; a finance officer books that the bank returned it, under the reference of its entry.")
        : Actor == refund.ExecutedBy ? Refusal.Forbidden("four-eyes", "You booked this refund as executed: somebody else must reverse it.")
        : null;

    /// <summary>Reverse a refund to a donor</summary>
    /// <remarks>
    /// Whole and once. Without a bank reference it is a correction, made by an authorising officer who did not book the refund, whose reference may
    /// then be booked anew; with one it is the bank's own entry by which the money came back, which a finance officer may book as well. Either way
    /// the money is held for the donor, unallocated: its certificate and its pledge stay lower by what had been allocated, so that a new
    /// certificate covers it, or it is refunded anew.
    /// </remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the refund request.</param>
    static Task<CommandResult<RefundView>> Reverse(string fund, string id, RefundReversalBody body, ClaimsPrincipal user, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ReverseRefund(
            Codes.Fold(fund), Ids.Fold(id), body.ReversedOn, body.Reason.Trim(), body.BankReference?.Trim(), user.IsInRole(Roles.AuthorisingOfficer)));
}
