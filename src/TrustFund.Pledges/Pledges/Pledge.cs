using System.Diagnostics.CodeAnalysis;
using TrustFund.Journal;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Pledges;

/// <summary>
/// A donor's promise to a fund and what became of it. The amounts are in the fund's currency, at the rates of the entries; of a pledge in
/// another currency, <see cref="Foreign"/> has them in its own, and those are compared. At every instant, in the pledge's own currency,
/// allocated + reserved ≤ certified ≤ pledged, and money waits unallocated only when all that is certified is allocated or reserved, or
/// when a refund holds it. Only a refund that was paid before it was known that the bank took its money back leaves less than nothing.
/// </summary>
public sealed record Pledge : State
{
    public required string Fund { get; init; }

    public required string Donor { get; init; }

    /// <summary>The currency of the fund's books.</summary>
    public required Currency Currency { get; init; }

    public required decimal Pledged { get; init; }

    public required decimal Certified { get; init; }

    /// <summary>Everything that arrived: allocated and waiting together.</summary>
    public required decimal Received { get; init; }

    /// <summary>What arrived within the certified amount.</summary>
    public required decimal Allocated { get; init; }

    /// <summary>What the donor asked back of what it certified, and Contracts has not yet decided.</summary>
    public required decimal Reserved { get; init; }

    /// <summary>What of <see cref="Allocated"/> is exchange difference, signed: it arrived at other rates than it was certified at.</summary>
    public required decimal ExchangeDifference { get; init; }

    /// <summary>What is earmarked, window by window; the rest of what is certified goes to the fund's pool.</summary>
    public required IReadOnlyList<Earmark> Earmarks { get; init; }

    /// <summary>Ids of its certificates, oldest first.</summary>
    public required IReadOnlyList<string> Certificates { get; init; }

    /// <summary>Where money was taken out of the row of receipts again, by reversals and refunds. Empty in the books of a foreign currency.</summary>
    public required IReadOnlyList<Gap> Gaps { get; init; }

    /// <summary>Its books in its own currency; null when that is the fund's.</summary>
    public ForeignBooks? Foreign { get; init; }

    /// <summary>What a refund holds until it is decided; one at a time.</summary>
    public RefundHold? Refund { get; init; }

    public required DateOnly AnnouncedOn { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public DateOnly? WithdrawnOn { get; init; }

    public string? WithdrawalReason { get; init; }

    /// <summary>The latest booking date of its receipts, and of refunds that came back: until then not all of its money is in the books.</summary>
    public DateOnly? LastReceivedOn { get; init; }

    /// <summary>The latest booking date of allocations of money that had waited: until then it waits in the books.</summary>
    public DateOnly? LastAllocatedOn { get; init; }

    public string? Note { get; init; }

    public string? Reference { get; init; }

    /// <summary>Trace of the announcement or of the latest certificate: what money that arrives stands on.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The amounts in the fund's currency.</summary>
    public Stages Booked() => new(Currency, Pledged, Certified, Received, Allocated, Reserved, ExchangeDifference, Earmarks);

    /// <summary>The amounts in the pledge's own currency: those that rules compare.</summary>
    public Stages Own() => Foreign?.Own ?? Booked();

    public decimal Uncertified() => Own().Uncertified();

    /// <summary>What arrived above the certified amount: held, never spent.</summary>
    public decimal Waiting() => Own().Waiting();

    public decimal Free() => Own().Free();

    public decimal FreeIn(string? window) => Own().FreeIn(window);

    /// <summary>
    /// What of the certified amount may be asked back. When the bank took back what a refund was to come from, the certified amount that the
    /// refund takes is kept until it is decided.
    /// </summary>
    public decimal Reducible() => Math.Max(0, Free() - (Refund?.LostAllocated ?? 0) - Own().Pots().Sum(Missing));

    /// <summary>The same in one pot: a window's earmark or (null) the fund's pool.</summary>
    public decimal ReducibleIn(string? window) => Math.Max(0, FreeIn(window) - (Refund is { } refund && refund.Window == window ? refund.LostAllocated : 0) - Missing(window));

    /// <summary>What a pot has allocated below nothing, which leaves no more of it to take back than is certified.</summary>
    decimal Missing(string? pot) => Math.Max(0, -Own().AllocatedIn(pot));

    /// <summary>What waits and is not held by a refund.</summary>
    public decimal WaitingFreely() => Waiting() - (Refund?.Unallocated ?? 0);

    /// <summary>How far it has come.</summary>
    public PledgeStatus Status()
    {
        var own = Own();
        return WithdrawnOn is not null || own.Pledged == 0 ? PledgeStatus.Withdrawn
            : own.Allocated == own.Pledged ? PledgeStatus.Fulfilled
            : own.Certified > 0 ? PledgeStatus.Certified
            : ConfirmedOn is not null ? PledgeStatus.Confirmed
            : PledgeStatus.Announced;
    }

    /// <summary>An amount in the fund's currency.</summary>
    public Money In(decimal amount) => new(amount, Currency);

    /// <summary>An amount in the pledge's own currency.</summary>
    public Money InOwn(decimal amount) => new(amount, Foreign?.Own.Currency ?? Currency);

    /// <summary>An amount in the pledge's own currency where that is not the fund's, as events tell it.</summary>
    internal Money? Original(decimal amount) => Foreign is null ? null : InOwn(amount);

    internal Pledge With(Stages booked) => this with
    {
        Pledged = booked.Pledged,
        Certified = booked.Certified,
        Received = booked.Received,
        Allocated = booked.Allocated,
        Reserved = booked.Reserved,
        ExchangeDifference = booked.Difference,
        Earmarks = booked.Earmarks,
    };

    /// <summary>Refuses to go on with a pledge that its donor withdrew.</summary>
    internal Refusal? Stands() => WithdrawnOn is { } day
        ? Refusal.Conflict("pledge-withdrawn", $"The donor withdrew the pledge on {day:yyyy-MM-dd}.")
        : null;

    internal static Refusal Missing(string fund, string id) => new(404, "not-found", $"The fund {fund} has no pledge '{id}'.");

    internal static Pledge? Find(States states, string fund, string id) =>
        states.TryFind<Pledge>(id, out var pledge) && pledge.Fund == fund ? pledge : null;

    /// <summary>The pledge, where it is loaded already and there is one: for what else is to be loaded.</summary>
    internal static bool Held(States states, string id, [NotNullWhen(true)] out Pledge? pledge)
    {
        pledge = states.Holds(StateKey.Of<Pledge>(id)) ? states.Find<Pledge>(id) : null;
        return pledge is not null;
    }
}
