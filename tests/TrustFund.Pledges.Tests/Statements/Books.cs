using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;
using TrustFund.Pledges.Statements;

namespace TrustFund.Pledges.Tests.Statements;

/// <summary>Reports of what is given: out of the rows as they are kept, and out of the journal's entries about them.</summary>
static class Books
{
    public static ReportHeader Header(DateOnly asOf) => new(
        Given.Fund, "EU Emergency Trust Fund for Africa", "EUR", asOf, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), [new("pledges", 1)], false, []);

    /// <summary>A donor's statement from the rows.</summary>
    public static DonorStatement Kept(this Given given, string donor, DateOnly asOf) => DonorStatement.Of(
        Header(asOf),
        given.Service.Get<Donor>(donor),
        [.. Of(given, donor).Select(pledge => (pledge, (IReadOnlyList<Certificate>)[.. pledge.Certificates.Select(given.Service.Get<Certificate>)]))]);

    /// <summary>The same from the journal: what is booked up to a day, and recorded up to an entry.</summary>
    public static DonorStatement AsOf(this Given given, string donor, DateOnly asOf, int known = int.MaxValue)
    {
        var history = PledgesAsOf.Fold(given.About(Of(given, donor), [donor]).Where(entry => entry.Sequence <= known), asOf);
        return DonorStatement.Of(Header(asOf), history.Donor(donor) ?? given.Service.Get<Donor>(donor) with { KindChanges = [] }, history.Pledges);
    }

    /// <summary>The fund's pledges in other currencies, revalued, from the journal.</summary>
    public static Revaluation RevaluedAsOf(this Given given, DateOnly asOf, int known = int.MaxValue)
    {
        var pledges = given.Service.All.OfType<Pledge>().Where(pledge => pledge.Foreign is not null).ToList();
        var history = PledgesAsOf.Fold(given.About(pledges, ["EUR-NOK", "NOK-EUR"]).Where(entry => entry.Sequence <= known), asOf);
        return Revaluation.Of(Header(asOf), given.Service.Get<Fund>(Given.Fund), history.Pledges.Select(entry => entry.Pledge), history.Rates, asOf);
    }

    /// <summary>The entries that a report reads: those of the pledges and of what belongs to them, and of nothing else.</summary>
    static IEnumerable<Recorded> About(this Given given, IReadOnlyCollection<Pledge> pledges, IEnumerable<string> more)
    {
        var ids = pledges.Select(pledge => pledge.Id).ToHashSet();
        HashSet<string> subjects =
        [
            Given.Fund,
            .. ids,
            .. pledges.SelectMany(pledge => pledge.Certificates),
            .. given.Service.All.OfType<Reduction>().Where(reduction => ids.Contains(reduction.PledgeId)).Select(reduction => reduction.Id),
            .. given.Service.All.OfType<Refund>().Where(refund => ids.Contains(refund.PledgeId)).Select(refund => refund.Id),
            .. given.Service.All.OfType<Window>().Select(window => window.Code),
            .. pledges.Select(pledge => pledge.Donor),
            .. more,
        ];
        return given.Service.Journal.Where(entry => entry.Event.Fund is Given.Fund or IFundEvent.Platform && subjects.Contains(entry.Event.Subject));
    }

    static List<Pledge> Of(Given given, string donor) =>
        [.. given.Service.All.OfType<Pledge>().Where(pledge => pledge.Donor == donor).OrderBy(pledge => pledge.Id, StringComparer.Ordinal)];
}
