using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Statements;

/// <summary>One instalment that a donor still owes, or has paid in part.</summary>
/// <param name="Pledge">Id of the pledge.</param>
/// <param name="Certificate">Id of the certificate.</param>
/// <param name="Reference">Reference of the certificate.</param>
/// <param name="DueOn">The day it is due.</param>
/// <param name="Outstanding">What of it is outstanding, in the pledge's currency.</param>
/// <param name="State">Where it stands on the day asked for.</param>
/// <param name="DaysOverdue">How many days it is overdue; 0 when it is not.</param>
public sealed record OutstandingInstalment(
    string Pledge, string Certificate, string? Reference, DateOnly DueOn, Money Outstanding, InstalmentState State, int DaysOverdue);

/// <summary>Where a donor stands with a fund.</summary>
/// <param name="Header">What it stands for: the day, the moment, and the position in the journal.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is to the European Union on the day asked for.</param>
/// <param name="AsOf">The last booking date that counts, and the day on which it is asked what is overdue.</param>
/// <param name="Pledged">What it promised, in the fund's currency.</param>
/// <param name="Certified">The part of it that certificates made legal.</param>
/// <param name="Received">What arrived.</param>
/// <param name="Unallocated">What arrived above the certified amounts.</param>
/// <param name="Outstanding">Pledged less received, without the exchange differences.</param>
/// <param name="ExchangeDifference">Exchange differences realised.</param>
/// <param name="Ageing">What is outstanding, currency by currency, by how long it has been due.</param>
/// <param name="Pledges">Its pledges.</param>
/// <param name="Instalments">Its instalments of which something is outstanding, by due date.</param>
public sealed record DonorStatement(
    ReportHeader Header,
    string Fund,
    string Donor,
    string Name,
    DonorKind Kind,
    DateOnly AsOf,
    Money Pledged,
    Money Certified,
    Money Received,
    Money Unallocated,
    Money Outstanding,
    Money ExchangeDifference,
    IReadOnlyList<Ageing> Ageing,
    IReadOnlyList<PledgeView> Pledges,
    IReadOnlyList<OutstandingInstalment> Instalments) : IReport
{
    /// <inheritdoc />
    public CsvTable ToTable() => DonorStatementTable.Of(this);

    internal static DonorStatement Of(ReportHeader header, Donor donor, IReadOnlyList<(Pledge Pledge, IReadOnlyList<Certificate> Certificates)> pledges)
    {
        var asOf = header.AsOf;
        Money Sum(Func<Pledge, decimal> amount) => header.In(pledges.Sum(entry => amount(entry.Pledge)));
        var instalments = pledges
            .SelectMany(entry => CertificateView.Of(entry.Pledge, entry.Certificates, asOf))
            .SelectMany(certificate => certificate.Instalments.Select(instalment => new OutstandingInstalment(
                certificate.Pledge,
                certificate.Id,
                certificate.Reference,
                instalment.DueOn,
                instalment.Outstanding,
                instalment.State,
                instalment.State == InstalmentState.Overdue ? asOf.DayNumber - instalment.DueOn.DayNumber : 0)))
            .Where(instalment => instalment.Outstanding.IsPositive)
            .OrderBy(instalment => instalment.DueOn)
            .ToList();
        var views = pledges.Select(entry => new PledgeView(entry.Pledge)).ToList();
        return new(
            header,
            header.Fund,
            donor.Id,
            donor.Name,
            donor.KindOn(asOf),
            asOf,
            Sum(pledge => pledge.Pledged),
            Sum(pledge => pledge.Certified),
            Sum(pledge => pledge.Received),
            Sum(pledge => pledge.Received - pledge.Allocated),
            Sum(pledge => pledge.Pledged - pledge.Received + pledge.ExchangeDifference),
            Sum(pledge => pledge.ExchangeDifference),
            [.. views
                .GroupBy(pledge => (pledge.Original?.Pledged ?? pledge.Pledged).Currency)
                .OrderBy(group => group.Key.Code, StringComparer.Ordinal)
                .Select(group => Statements.Ageing.Of(group.Key, [.. group], instalments.Where(due => group.Any(pledge => pledge.Id == due.Pledge)), asOf))],
            views,
            instalments);
    }
}
