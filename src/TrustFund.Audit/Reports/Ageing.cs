namespace TrustFund.Audit.Reports;

/// <summary>How long what is certified and has not arrived has been due.</summary>
/// <param name="NotDue">Not due yet on the day, or with no day at all.</param>
/// <param name="To30">Overdue by 1 to 30 days.</param>
/// <param name="To90">Overdue by 31 to 90 days.</param>
/// <param name="To180">Overdue by 91 to 180 days.</param>
/// <param name="Over180">Overdue by more.</param>
sealed record Ageing(decimal NotDue, decimal To30, decimal To90, decimal To180, decimal Over180)
{
    /// <summary>
    /// Receipts pay the instalments in the order they are due. What the certificates lost without naming an instalment is taken from the
    /// last ones.
    /// </summary>
    /// <param name="dues">The instalments of a pledge.</param>
    /// <param name="certified">What is certified now, trued up.</param>
    /// <param name="received">What arrived within it.</param>
    /// <param name="day">The day of the report: an instalment is overdue from the day after it was due.</param>
    public static Ageing Of(IReadOnlyList<Due> dues, decimal certified, decimal received, DateOnly day)
    {
        var open = new Ageing(0, 0, 0, 0, 0);
        var (scheduled, paid) = (0m, received);
        // An instalment that was lowered is the sum of what is said about its day.
        foreach (var due in dues.GroupBy(due => due.On).OrderBy(due => due.Key).Select(due => (On: due.Key, Amount: due.Sum(part => part.Amount))))
        {
            var amount = Math.Max(0, Math.Min(due.Amount, certified - scheduled));
            scheduled += amount;
            var rest = amount - Math.Clamp(paid, 0, amount);
            paid -= amount - rest;
            open = open.With(rest, day.DayNumber - due.On.DayNumber);
        }
        var undated = Math.Max(0, certified - scheduled);
        return open.With(undated - Math.Clamp(paid, 0, undated), 0);
    }

    Ageing With(decimal amount, int days) => days switch
    {
        <= 0 => this with { NotDue = NotDue + amount },
        <= 30 => this with { To30 = To30 + amount },
        <= 90 => this with { To90 = To90 + amount },
        <= 180 => this with { To180 = To180 + amount },
        _ => this with { Over180 = Over180 + amount },
    };
}
