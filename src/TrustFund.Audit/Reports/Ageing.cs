using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>How long what is certified and has not arrived has been due.</summary>
static class Ageing
{
    /// <summary>
    /// Receipts pay the instalments in the order they are due. What the certificates lost without naming an instalment is taken from the
    /// last ones; what they are trued up by above what the instalments come to is due with the last one.
    /// </summary>
    /// <param name="dues">The instalments of a pledge.</param>
    /// <param name="certified">What is certified now, trued up.</param>
    /// <param name="received">What arrived within it.</param>
    /// <param name="day">The day of the report: an instalment is overdue from the day after it was due.</param>
    public static Ages Of(IReadOnlyList<Due> dues, decimal certified, decimal received, DateOnly day)
    {
        var open = default(Ages);
        var (scheduled, paid) = (0m, received);
        // An instalment that was lowered is the sum of what is said about its day; one that was lowered to nothing is none.
        var standing = dues.GroupBy(due => due.On).OrderBy(due => due.Key).Select(due => (On: due.Key, Amount: due.Sum(part => part.Amount))).Where(due => due.Amount > 0).ToList();
        foreach (var due in standing)
        {
            var upTo = due == standing[^1] ? decimal.MaxValue : due.Amount;
            var amount = Math.Max(0, Math.Min(upTo, certified - scheduled));
            scheduled += amount;
            var rest = amount - Math.Clamp(paid, 0, amount);
            paid -= amount - rest;
            open = open.With(rest, day.DayNumber - due.On.DayNumber);
        }
        // Without any instalment there is no day that it is due.
        var undated = Math.Max(0, certified - scheduled);
        return open.With(undated - Math.Clamp(paid, 0, undated), 0);
    }
}
