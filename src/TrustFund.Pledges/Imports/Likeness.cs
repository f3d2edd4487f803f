using TrustFund.Journal;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Imports;

/// <summary>How well receipts that are booked agree with a row, of which the donor, the amount and the quarter are known to.</summary>
sealed class Likeness(States states, ImportReceipt row)
{
    /// <summary>The weakest likeness there is; 0 is the strongest.</summary>
    public const int Least = 5;

    readonly Pledge? meant = row.FindPledge(states);

    readonly string? window = row.WindowCode(states);

    readonly ReceiptDay day = row.Made!.Day;

    /// <summary>The day counts first, then the pledge; null when the row is another's.</summary>
    public int? Of(Receipt booked) => OfPledge(booked) is { } pledge && OfDay(booked) is { } on ? (2 * on) + pledge : null;

    /// <summary>Whether a receipt with another day, which no row of the file stands for, may be this row's after all: its source may have mended the day.</summary>
    public bool MayBe(Receipt booked) => OfPledge(booked) is not null;

    int? OfDay(Receipt booked)
    {
        if (booked.ReceivedOn == day.On)
            return 0;
        // Another amount or quarter was entered by hand, under the reference of a receipt that was wrong.
        var corrected = ReceiptDay.QuarterOf(booked.ReceivedOn) != day.Quarter || !row.IsOf(states, booked);
        var dayless = ReceiptDay.EndsQuarter(booked.ReceivedOn) || MadeReference.IsOfRunningQuarter(booked.BankReference);
        // What is booked without its day has the last day that it can have arrived on.
        if (corrected || (dayless && (!day.IsExact || day.On <= booked.ReceivedOn)))
            return 1;
        return day.IsExact ? null : 2;
    }

    int? OfPledge(Receipt booked)
    {
        if (meant?.Id == booked.PledgeId)
            return 0;
        if (row.Pledge is not null)
            return null;
        // It may have been the donor's only pledge then. One for other windows alone is none that this row could mean.
        return window is null || !Pledges.Pledge.Held(states, booked.PledgeId, out var pledge) || IsFor(pledge, window) ? 1 : null;
    }

    static bool IsFor(Pledge pledge, string window)
    {
        var earmarked = pledge.Own().Earmarks.Where(earmark => earmark.Certified > 0).ToList();
        return earmarked.Count == 0 || earmarked.Exists(earmark => earmark.Window == window);
    }
}
