namespace TrustFund.Pledges.Statements;

/// <summary>What is outstanding of certified instalments, by how long it has been due; the buckets add up to the whole exactly.</summary>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="NotDue">Due on the day asked for, or later.</param>
/// <param name="UpTo30Days">Overdue by 1 to 30 days.</param>
/// <param name="UpTo90Days">Overdue by 31 to 90 days.</param>
/// <param name="UpTo180Days">Overdue by 91 to 180 days.</param>
/// <param name="UpTo365Days">Overdue by 181 to 365 days.</param>
/// <param name="Over365Days">Overdue by more than 365 days.</param>
/// <param name="Overdue">All that is overdue.</param>
/// <param name="Outstanding">Overdue and not due together.</param>
public sealed record Ageing(
    Currency Currency,
    Money NotDue,
    Money UpTo30Days,
    Money UpTo90Days,
    Money UpTo180Days,
    Money UpTo365Days,
    Money Over365Days,
    Money Overdue,
    Money Outstanding)
{
    internal static Ageing Of(Currency currency, IEnumerable<(DateOnly DueOn, decimal Outstanding)> instalments, DateOnly asOf)
    {
        var buckets = new decimal[6];
        foreach (var (dueOn, outstanding) in instalments)
            buckets[Bucket(asOf.DayNumber - dueOn.DayNumber)] += outstanding;
        Money In(decimal amount) => new(amount, currency);
        return new(
            currency,
            In(buckets[0]),
            In(buckets[1]),
            In(buckets[2]),
            In(buckets[3]),
            In(buckets[4]),
            In(buckets[5]),
            In(buckets[1..].Sum()),
            In(buckets.Sum()));
    }

    static int Bucket(int daysOverdue) => daysOverdue switch
    {
        <= 0 => 0,
        <= 30 => 1,
        <= 90 => 2,
        <= 180 => 3,
        <= 365 => 4,
        _ => 5,
    };
}
