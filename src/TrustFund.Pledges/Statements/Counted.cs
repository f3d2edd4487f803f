using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Statements;

/// <summary>
/// Sums of the changes that count. A booking date need not follow the order in which entries were recorded, so a state of a past day is no
/// prefix of the journal: it is what the entries booked by then changed, each as it did when it was recorded.
/// </summary>
static class Counted
{
    /// <summary>A pledge with one more change counted.</summary>
    /// <param name="sum">What was counted before; null for nothing.</param>
    /// <param name="before">The pledge before the change; null when the change made it.</param>
    /// <param name="after">The pledge after it.</param>
    public static Pledge Plus(Pledge? sum, Pledge? before, Pledge after)
    {
        var counted = sum ?? Nothing(after);
        return counted.With(Plus(counted.Booked(), before?.Booked(), after.Booked())) with
        {
            Foreign = after.Foreign is { } foreign ? new(Plus(counted.Own(), before?.Foreign?.Own, foreign.Own), []) : null,
            Refund = Plus(counted.Refund, before?.Refund, after.Refund),
            ConfirmedOn = after.ConfirmedOn != before?.ConfirmedOn ? after.ConfirmedOn : counted.ConfirmedOn,
            WithdrawnOn = after.WithdrawnOn != before?.WithdrawnOn ? after.WithdrawnOn : counted.WithdrawnOn,
            WithdrawalReason = after.WithdrawalReason != before?.WithdrawalReason ? after.WithdrawalReason : counted.WithdrawalReason,
        };
    }

    /// <summary>A certificate with one more change counted.</summary>
    public static Certificate Plus(Certificate? sum, Certificate? before, Certificate after) => (sum ?? after) with
    {
        Amount = Moved(sum?.Amount, before?.Amount, after.Amount),
        Cancelled = Moved(sum?.Cancelled, before?.Cancelled, after.Cancelled),
        Earmarks = [.. after.Earmarks.Select((earmark, i) => Plus(At(sum?.Earmarks, i), At(before?.Earmarks, i), earmark))],
        Instalments = [.. after.Instalments.Select((instalment, i) => Plus(At(sum?.Instalments, i), At(before?.Instalments, i), instalment))],
    };

    static Pledge Nothing(Pledge pledge) => pledge.With(Nothing(pledge.Booked())) with
    {
        Foreign = pledge.Foreign is { } foreign ? new(Nothing(foreign.Own), []) : null,
        Certificates = [],
        Gaps = [],
        Refund = null,
        ConfirmedOn = null,
        WithdrawnOn = null,
        WithdrawalReason = null,
        LastReceivedOn = null,
        LastAllocatedOn = null,
    };

    static Stages Nothing(Stages stages) => new(stages.Currency, 0, 0, 0, 0, 0, 0, []);

    static Stages Plus(Stages sum, Stages? before, Stages after) => sum with
    {
        Pledged = Moved(sum.Pledged, before?.Pledged, after.Pledged),
        Certified = Moved(sum.Certified, before?.Certified, after.Certified),
        Received = Moved(sum.Received, before?.Received, after.Received),
        Allocated = Moved(sum.Allocated, before?.Allocated, after.Allocated),
        Reserved = Moved(sum.Reserved, before?.Reserved, after.Reserved),
        Difference = Moved(sum.Difference, before?.Difference, after.Difference),
        Earmarks =
        [
            .. after.Earmarks.Select(earmark => Plus(
                sum.Earmarks.FirstOrDefault(kept => kept.Window == earmark.Window),
                before?.Earmarks.FirstOrDefault(kept => kept.Window == earmark.Window),
                earmark)),
        ],
    };

    static Earmark Plus(Earmark? sum, Earmark? before, Earmark after) => new(
        after.Window,
        Moved(sum?.Certified, before?.Certified, after.Certified),
        Moved(sum?.Reserved, before?.Reserved, after.Reserved),
        Moved(sum?.Allocated, before?.Allocated, after.Allocated),
        Moved(sum?.Difference, before?.Difference, after.Difference));

    // Only what was asked for is told of a refund, so that is what is kept of one.
    static RefundHold? Plus(RefundHold? sum, RefundHold? before, RefundHold? after)
    {
        if ((after ?? before ?? sum) is not { } latest)
            return null;
        var unallocated = Moved(sum?.AskedUnallocated, before?.AskedUnallocated, after?.AskedUnallocated ?? 0);
        var allocated = Moved(sum?.AskedAllocated, before?.AskedAllocated, after?.AskedAllocated ?? 0);
        return unallocated == 0 && allocated == 0 ? null : new(latest.RequestId, unallocated, allocated, latest.Window, []);
    }

    static CertifiedEarmark Plus(CertifiedEarmark? sum, CertifiedEarmark? before, CertifiedEarmark after) => new(
        after.Window,
        Moved(sum?.Amount, before?.Amount, after.Amount),
        Moved(sum?.Cancelled, before?.Cancelled, after.Cancelled),
        Moved(sum?.Reserved, before?.Reserved, after.Reserved));

    static CertifiedInstalment Plus(CertifiedInstalment? sum, CertifiedInstalment? before, CertifiedInstalment after) => new(
        after.DueOn,
        Moved(sum?.Amount, before?.Amount, after.Amount),
        Moved(sum?.Cancelled, before?.Cancelled, after.Cancelled),
        Moved(sum?.Reserved, before?.Reserved, after.Reserved),
        Moved(sum?.Called, before?.Called, after.Called),
        after.CalledOn != before?.CalledOn ? after.CalledOn : sum?.CalledOn);

    static decimal Moved(decimal? sum, decimal? before, decimal after) => (sum ?? 0) + after - (before ?? 0);

    static T? At<T>(IReadOnlyList<T>? list, int place)
        where T : class => place < (list?.Count ?? 0) ? list![place] : null;
}
