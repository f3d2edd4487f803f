using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Statements;

/// <summary>
/// What is outstanding in one currency, by how long it has been due. It adds up to the cent: outstanding is not certified, not due and
/// overdue together, less what arrived beyond the certificates.
/// </summary>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="NotCertified">Pledged and not certified: nothing of it is due.</param>
/// <param name="NotDue">Certified, and due on the day asked for or later.</param>
/// <param name="UpTo30Days">Overdue by 1 to 30 days.</param>
/// <param name="UpTo90Days">Overdue by 31 to 90 days.</param>
/// <param name="UpTo180Days">Overdue by 91 to 180 days.</param>
/// <param name="UpTo365Days">Overdue by 181 to 365 days.</param>
/// <param name="Over365Days">Overdue by more than 365 days.</param>
/// <param name="Overdue">All that is overdue.</param>
/// <param name="BeyondCertificates">
/// What arrived and pays no instalment: what is held unallocated, and what facts brought within certificates above what is left of them.
/// </param>
/// <param name="Outstanding">Pledged less received; below zero when more arrived than was promised.</param>
public sealed record Ageing(
    Currency Currency,
    Money NotCertified,
    Money NotDue,
    Money UpTo30Days,
    Money UpTo90Days,
    Money UpTo180Days,
    Money UpTo365Days,
    Money Over365Days,
    Money Overdue,
    Money BeyondCertificates,
    Money Outstanding)
{
    /// <summary>The ageing of pledges that are kept in one currency.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="pledges">The pledges.</param>
    /// <param name="instalments">Their instalments of which something is outstanding.</param>
    /// <param name="asOf">The day.</param>
    internal static Ageing Of(Currency currency, IReadOnlyCollection<PledgeView> pledges, IEnumerable<OutstandingInstalment> instalments, DateOnly asOf)
    {
        var ages = instalments.Aggregate(default(Ages), (sum, due) => sum.With(due.Outstanding.Amount, asOf.DayNumber - due.DueOn.DayNumber));
        var notCertified = pledges.Sum(pledge => (pledge.Original?.Uncertified ?? pledge.Uncertified).Amount);
        var outstanding = pledges.Sum(pledge => (pledge.Original?.Outstanding ?? pledge.Outstanding).Amount);
        Money In(decimal amount) => new(amount, currency);
        return new(
            currency,
            In(notCertified),
            In(ages.NotDue),
            In(ages.To30),
            In(ages.To90),
            In(ages.To180),
            In(ages.To365),
            In(ages.Over365),
            In(ages.Overdue),
            In(notCertified + ages.Total - outstanding),
            In(outstanding));
    }
}
