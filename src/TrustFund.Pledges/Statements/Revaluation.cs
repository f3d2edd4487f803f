using TrustFund.Events;
using TrustFund.Journal.Reporting;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Statements;

/// <summary>An open pledge in another currency, revalued for a report.</summary>
/// <param name="Pledge">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Outstanding">What is pledged and did not arrive, in the pledge's currency.</param>
/// <param name="Booked">The same as it is booked in the fund's currency.</param>
/// <param name="Rate">The rate it is revalued at; null when none is recorded up to the day.</param>
/// <param name="Revalued">What it is worth at that rate; null when there is none.</param>
/// <param name="Unrealised">Revalued less booked: it is no entry.</param>
public sealed record RevaluedPledge(
    string Pledge, string Donor, Money Outstanding, Money Booked, RateQuote? Rate, Money? Revalued, Money? Unrealised);

/// <summary>A fund's open pledges in other currencies, revalued for a report. Nothing is booked by it.</summary>
/// <param name="Header">What it stands for: the day, the moment, and the position in the journal.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RatesOf">The day whose rates are taken: the latest recorded on or before it.</param>
/// <param name="Booked">What the pledges that have a rate are booked at.</param>
/// <param name="Revalued">What they are worth.</param>
/// <param name="Unrealised">Revalued less booked.</param>
/// <param name="BookedWithoutRate">What the pledges that have no rate are booked at: in none of the sums before.</param>
/// <param name="Pledges">The pledges, by id.</param>
public sealed record Revaluation(
    ReportHeader Header,
    string Fund,
    DateOnly RatesOf,
    Money Booked,
    Money Revalued,
    Money Unrealised,
    Money BookedWithoutRate,
    IReadOnlyList<RevaluedPledge> Pledges) : IReport
{
    /// <inheritdoc />
    public CsvTable ToTable() => new(
        [
            "fund", "pledge", "donor", "currency", "outstanding", "rate", "rateBase", "rateQuote", "rateDate", "rateSource", "fundCurrency",
            "booked", "revalued", "unrealised", "bookedWithoutRate",
        ],
        Pledges
            .Select(line => (IReadOnlyList<object?>)
            [
                Fund, line.Pledge, line.Donor, line.Outstanding.Currency.Code, line.Outstanding,
                line.Rate?.Rate, line.Rate?.Base, line.Rate?.Quote, line.Rate?.Date, line.Rate?.Source, Header.Currency,
                line.Rate is null ? null : line.Booked, line.Revalued, line.Unrealised, line.Rate is null ? line.Booked : null,
            ])
            .Append(
            [
                Fund, "total", null, null, null, null, null, null, RatesOf, null, Header.Currency, Booked, Revalued, Unrealised, BookedWithoutRate,
            ]));

    internal static Revaluation Of(ReportHeader header, Fund fund, IEnumerable<Pledge> pledges, IReadOnlyList<MonthlyRate> rates, DateOnly on)
    {
        var lines = pledges
            .Where(pledge => pledge.Foreign is { } foreign && foreign.Own.Pledged > foreign.Own.Received)
            .Select(pledge => Line(fund, pledge, rates, on))
            .ToList();
        var valued = lines.Where(line => line.Rate is not null).ToList();
        var booked = Money.Sum(valued.Select(line => line.Booked), fund.Currency);
        var revalued = Money.Sum(valued.Select(line => line.Revalued!.Value), fund.Currency);
        var without = Money.Sum(lines.Where(line => line.Rate is null).Select(line => line.Booked), fund.Currency);
        return new(header, fund.Id, on, booked, revalued, revalued - booked, without, lines);
    }

    static RevaluedPledge Line(Fund fund, Pledge pledge, IReadOnlyList<MonthlyRate> rates, DateOnly on)
    {
        var own = pledge.Own();
        var outstanding = own.In(own.Pledged - own.Received);
        var booked = BookedAt(pledge, own, outstanding.Amount);
        var rate = rates
            .Where(rate => rate.Date <= on && IsBetween(rate, pledge.Currency, own.Currency))
            .MaxBy(rate => rate.Date);
        if (rate is null)
            return new(pledge.Id, pledge.Donor, outstanding, booked, null, null, null);
        var revalued = new FxRate(rate.Base, rate.Quote, rate.Rate, rate.Date, rate.Source).Convert(outstanding, fund.Rounding.Mode());
        return new(pledge.Id, pledge.Donor, outstanding, booked, rate.AsQuote(), revalued, revalued - booked);
    }

    /// <summary>What is certified and open is booked at its certificates' rates, the rest at the pledge's.</summary>
    static Money BookedAt(Pledge pledge, Stages own, decimal outstanding)
    {
        // On a past day money may be allocated that is booked as received later: then nothing tells which part of it is certified.
        if (own.Waiting() < 0 || own.Uncertified() < 0)
            return pledge.In(pledge.Pledged - pledge.Received + pledge.ExchangeDifference);
        var certified = own.Certified - own.Allocated;
        var atCertificates = pledge.In(pledge.Certified - pledge.Allocated + pledge.ExchangeDifference);
        return outstanding < certified
            ? Proportion.Of(atCertificates, outstanding, certified)
            : atCertificates + Proportion.Of(pledge.In(pledge.Booked().Uncertified()), outstanding - certified, own.Uncertified());
    }

    static bool IsBetween(MonthlyRate rate, Currency one, Currency other) =>
        (rate.Base == one && rate.Quote == other) || (rate.Base == other && rate.Quote == one);
}
