using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Reductions;

/// <summary>Which part of a pledge is taken back.</summary>
public enum ReductionSource
{
    /// <summary>What is pledged and not certified: taken back at once.</summary>
    Uncertified,

    /// <summary>What is certified: Contracts, who holds the right to spend it, decides.</summary>
    Certified,
}

/// <summary>Where a reduction stands.</summary>
public enum ReductionState
{
    /// <summary>Reserved; Contracts has not decided.</summary>
    Pending,

    /// <summary>Taken back.</summary>
    Completed,

    /// <summary>Refused: the amount is already promised on.</summary>
    Rejected,
}

/// <summary>A donor's wish to take back a part of its pledge, and what became of it.</summary>
public sealed record Reduction : State
{
    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    public required Currency Currency { get; init; }

    public required decimal Amount { get; init; }

    public required ReductionSource TakenFrom { get; init; }

    /// <summary>The window whose earmark it comes from; the fund's pool, or what is uncertified, when null.</summary>
    public string? Window { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public required string Reason { get; init; }

    public required ReductionState State { get; init; }

    /// <summary>When it was decided, UTC; null while it is pending.</summary>
    public DateOnly? DecidedOn { get; init; }

    public string? RejectionReason { get; init; }

    /// <summary>The largest amount that could be released when it was rejected.</summary>
    public decimal? LargestReleasable { get; init; }

    /// <summary>The amount in the pledge's own currency, where that is not the fund's.</summary>
    public Money? Original { get; init; }

    /// <summary>The certificate of which one instalment is to be lowered; any when null.</summary>
    public string? CertificateId { get; init; }

    /// <summary>The day that instalment is due.</summary>
    public DateOnly? DueOn { get; init; }

    internal static void Apply(States states, PledgeReduced fact, DateTimeOffset at) => states.Put(new Reduction
    {
        Id = fact.RequestId,
        Fund = fact.Fund,
        PledgeId = fact.PledgeId,
        Currency = fact.By.Currency,
        Amount = fact.By.Amount,
        TakenFrom = ReductionSource.Uncertified,
        RequestedOn = fact.ReducedOn,
        Reason = fact.Reason,
        State = ReductionState.Completed,
        DecidedOn = DayOf(at),
        Original = fact.Original,
    });

    internal static void Apply(States states, ReductionRequested fact) => states.Put(new Reduction
    {
        Id = fact.RequestId,
        Fund = fact.Fund,
        PledgeId = fact.PledgeId,
        Currency = fact.Amount.Currency,
        Amount = fact.Amount.Amount,
        TakenFrom = ReductionSource.Certified,
        Window = fact.Window,
        RequestedOn = fact.RequestedOn,
        Reason = fact.Reason,
        State = ReductionState.Pending,
        Original = fact.Original,
        CertificateId = fact.CertificateId,
        DueOn = fact.DueOn,
    });

    internal static void Apply(States states, ReductionCompleted fact, DateTimeOffset at) => states.Change<Reduction>(
        fact.RequestId, reduction => reduction with { State = ReductionState.Completed, DecidedOn = DayOf(at) });

    internal static void Apply(States states, ReductionRejected fact, DateTimeOffset at) => states.Change<Reduction>(fact.RequestId, reduction => reduction with
    {
        State = ReductionState.Rejected,
        DecidedOn = DayOf(at),
        RejectionReason = fact.Reason,
        LargestReleasable = fact.LargestReleasable.Amount,
    });

    static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

/// <summary>A donor's wish to take back a part of its pledge, and what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Pledge">Id of the pledge.</param>
/// <param name="Amount">What is to be taken back, in the fund's currency.</param>
/// <param name="From">Which part of the pledge it comes from.</param>
/// <param name="Window">The window whose earmark it comes from; the fund's pool, or what is uncertified, when null.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DecidedOn">When it was decided, UTC; null while it is pending.</param>
/// <param name="RejectionReason">Why it was rejected, if it was.</param>
/// <param name="LargestReleasable">The largest amount that could be released when it was rejected, if it was.</param>
/// <param name="Original">What is to be taken back in the pledge's own currency; null when that is the fund's.</param>
/// <param name="Certificate">Id of the certificate of which one instalment is to be lowered; any when null.</param>
/// <param name="DueOn">The day that instalment is due.</param>
public sealed record ReductionView(
    string Id,
    string Fund,
    string Pledge,
    Money Amount,
    ReductionSource From,
    string? Window,
    DateOnly RequestedOn,
    string Reason,
    ReductionState State,
    DateOnly? DecidedOn,
    string? RejectionReason,
    Money? LargestReleasable,
    Money? Original,
    string? Certificate,
    DateOnly? DueOn)
{
    internal static ReductionView Of(Reduction reduction)
    {
        Money In(decimal amount) => new(amount, reduction.Currency);
        return new(
            reduction.Id,
            reduction.Fund,
            reduction.PledgeId,
            In(reduction.Amount),
            reduction.TakenFrom,
            reduction.Window,
            reduction.RequestedOn,
            reduction.Reason,
            reduction.State,
            reduction.DecidedOn,
            reduction.RejectionReason,
            reduction.LargestReleasable is { } largest ? In(largest) : null,
            reduction.Original,
            reduction.CertificateId,
            reduction.DueOn);
    }
}
