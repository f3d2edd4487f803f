using System.ComponentModel.DataAnnotations;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Refunds;

/// <summary>The bank's entry that refunded a donor.</summary>
/// <param name="PaidOn">The bank's value date: not before the request, not in the future.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
sealed record RefundExecutionBody(DateOnly PaidOn, [Required, StringLength(80)] string BankReference);

/// <summary>An authorising officer who did not ask for it, within the fund's bands, books that a donor was refunded.</summary>
sealed record ExecuteRefund(string Fund, string RequestId, DateOnly PaidOn, string BankReference) : Command<RefundView>
{
    public override StateKey? Versioned => StateKey.Of<Refund>(RequestId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/refunds/{id}/execution", Execute)
        .WithName("ExecuteRefund")
        .RequireRole(Roles.AuthorisingOfficer)
        .MovesMoney()
        .Produces<RefundView>();

    public override IEnumerable<StateKey> Touches(States states) =>
        [Versioned!.Value, StateKey.Of<FundCash>(Fund), StateKey.Of<FundSources>(Fund), StateKey.Of<FundTerms>(Fund), .. BankBooks.Keys(states, BankEntry.IdOf(Fund, BankReference))];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<Refund>(RequestId, out var refund) || refund.Fund != Fund)
            return Refusal.NotFound("refund", RequestId, "id");
        if (refund.MustBeGranted("executed") is { } wrongState)
            return wrongState;
        if (PaidOn < refund.RequestedOn)
            return Refusal.Rule("date-before-request", $"The refund was asked for on {refund.RequestedOn:yyyy-MM-dd}: it cannot have been paid on {PaidOn:yyyy-MM-dd}.", "paidOn");
        if ((DateRules.Happened(PaidOn, At, "paidOn")
            ?? Authority.Refuse(FundTerms.Of(states, Fund), Actor, refund.Money(), At, refund.RequestedBy ?? "", null, out _)
            ?? BankBooks.EntryOf(states, BankEntry.IdOf(Fund, BankReference)).MustBeFreeToPay(Fund, BankReference)
            ?? states.Get<FundCash>(Fund).MustHold(refund.In(refund.FromAllocated))
            ?? MustStillWait(states.Get<FundCash>(Fund), refund)
            ?? MustStillBeTheirs(states.SourcesOf(Fund, refund.Money().Currency), refund)) is { } refusal)
            return refusal;
        IReadOnlyList<IFundEvent> facts =
        [
            new RefundExecuted(Fund, RequestId, refund.PledgeId, refund.Donor, refund.Money(), PaidOn, BankReference,
                [.. refund.Attribution.Select(part => new AttributedAmount(part.Donor, part.Window, refund.In(part.Amount)))]),
            .. BankBooks.Match(states, Fund, BankReference, BankKinds.Refund, RequestId, -refund.Money()),
        ];
        return Decision.Record(facts).LinkedTo(refund.TraceParent);
    }

    /// <summary>The same of what waited unallocated: without it, the fund's own cash would be refunded.</summary>
    static Refusal? MustStillWait(FundCash cash, Refund refund) => refund.FromUnallocated == 0 || refund.FromUnallocated <= cash.Unallocated ? null
        : Refusal.Rule("donor-money-gone", $"Cash was taken away after the refund was granted: {cash.In(cash.Unallocated)} waits unallocated, of which {cash.In(refund.FromUnallocated)} was to be refunded.", "id");

    /// <summary>A receipt or a recovery that was reversed after the grant may have taken the money that was set aside: others' is not refunded instead.</summary>
    static Refusal? MustStillBeTheirs(FundSources sources, Refund refund) =>
        refund.Attribution.Any(part => sources.Pots.Any(pot => pot.Donor == part.Donor && pot.Window == part.Window && pot.Used > pot.Brought))
            ? Refusal.Rule("donor-money-gone", $"Cash was taken away after the refund was granted: what was set aside for it is {refund.Donor}'s no more.", "id")
            : null;

    public override RefundView View(States states) => RefundView.Of(states.Get<Refund>(RequestId));

    public static void Apply(States states, RefundExecuted executed, Recorded recorded)
    {
        var refund = states.Get<Refund>(executed.RequestId);
        states.Change<FundCash>(executed.Fund, cash => cash.Release(refund.In(refund.FromAllocated)) with
        {
            Refunded = cash.Refunded + refund.FromAllocated,
            Unallocated = cash.Unallocated - refund.FromUnallocated,
            UnallocatedReserved = cash.UnallocatedReserved - refund.FromUnallocated,
        });
        BankBooks.Book(states, executed.Fund, executed.BankReference, BankKinds.Refund, executed.RequestId, -executed.Amount, executed.PaidOn);
        states.Put(refund with
        {
            Status = RefundStatus.Executed,
            ExecutedBy = recorded.Actor,
            ExecutedAt = recorded.At,
            PaidOn = executed.PaidOn,
            BankReference = executed.BankReference,
        });
    }

    /// <summary>Book a refund to a donor</summary>
    /// <remarks>The donor asked for it in Pledges, Contracts released what was allocated, and the cash is reserved here. By an authorising officer who did not ask for it, within the fund's amount bands.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the refund request.</param>
    static Task<CommandResult<RefundView>> Execute(string fund, string id, RefundExecutionBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new ExecuteRefund(Codes.Fold(fund), Ids.Fold(id), body.PaidOn, body.BankReference.Trim()));
}
