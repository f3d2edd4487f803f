using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;
using TrustFund.Rehearsal;
using TrustFund.Rehearsal.Upgrading;

namespace TrustFund.Leverage.Tests;

/// <summary>Books out of a real database: as they are kept, and as of another day or as known on another moment.</summary>
public sealed class HistorySqlTests(Database database) : IAsyncLifetime
{
    const long Applied = 7;

    readonly FakeTimeProvider clock = new(new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
    ScriptedDatabase today = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => today = await database.Create(Given(), Applied);

    public ValueTask DisposeAsync() => today.DisposeAsync();

    [Fact]
    public async Task Today_is_the_same_from_what_is_kept_and_from_the_history()
    {
        var kept = await Read();
        var summed = await Read("2026-02-01", "2026-02-01T12:00:00Z");

        Assert.Equal(Money.Euros(3_700_000_000m), kept.Leverage(Basis.Headline).Input);
        Assert.Equal(HistoryProperties.Figures(kept), HistoryProperties.Figures(summed));
        Assert.Equal([new SourceSequence("pledges", Applied), new SourceSequence("leverage", 8)], kept.Header!.Positions);
        Assert.Equal(kept.Header.Positions, summed.Header!.Positions);
        Assert.Equal((new DateOnly(2026, 2, 1), clock.GetUtcNow(), "EUR"), (kept.Header.AsOf, kept.Header.KnownOn, kept.Header.Currency));
    }

    [Fact]
    public async Task As_of_the_day_before_a_certificate_it_is_no_input()
    {
        var before = (await Read("2018-01-31")).Leverage(Basis.Headline);
        var after = (await Read("2018-02-01")).Leverage(Basis.Headline);

        Assert.Equal((Money.Euros(2_700_000_000m), 16.2963m), (before.Input, before.Ratio));
        Assert.Equal((Money.Euros(4_200_000_000m), 10.4762m), (after.Input, after.Ratio));
        Assert.Equal(new DateOnly(2018, 1, 31), before.Header!.AsOf);
        Assert.Equal(Money.Euros(3_450_000_000m), (await Read("2018-02-01")).Leverage(Basis.Cash).Input);
    }

    [Fact]
    public async Task A_certificate_counts_from_its_booking_date_whatever_its_value_date()
    {
        // Of 20 December, booked on 31 January, recorded on 5 February.
        Assert.Equal(Money.Euros(2_600_000_000m), (await Read("2018-01-30")).Leverage(Basis.Headline).Certified);
        Assert.Equal(Money.Euros(2_700_000_000m), (await Read("2018-01-31")).Leverage(Basis.Headline).Certified);
        Assert.Equal(Money.Euros(2_600_000_000m), (await Read("2018-01-31", "2018-02-04T00:00:00Z")).Leverage(Basis.Headline).Certified);
    }

    [Fact]
    public async Task An_operation_counts_as_of_the_days_on_which_it_was_booked()
    {
        Assert.Equal(Solar.Millions(0, 0, 0), Three(await Read("2018-01-14")));
        Assert.Equal(Solar.Millions(1000, 0, 0), Three(await Read("2018-02-28")));
        Assert.Equal(Solar.Millions(1000, 900, 0), Three(await Read("2018-05-31")));
        Assert.Equal(Solar.Millions(1000, 900, 400), Three(await Read("2018-09-30")));
        Assert.Equal(Solar.Millions(1000, 900, 0), Three(await Read("2018-10-01")));
        Assert.Equal([50_000_000m, 100_000_000m], (await Read("2018-09-30")).InstrumentViews().Select(instrument => instrument.DisbursedAmount.Amount));
    }

    [Fact]
    public async Task As_known_on_a_moment_before_a_reversal_it_stands()
    {
        var books = await Read(null, "2026-01-01T00:00:06Z");

        Assert.Equal(Solar.Millions(1000, 900, 400), Three(books));
        Assert.Equal([new SourceSequence("pledges", 7), new SourceSequence("leverage", 6)], books.Header!.Positions);
        Assert.Equal(Solar.Millions(1000, 900, 0), Three(await Read(null, "2026-01-01T00:00:07Z")));
    }

    [Fact]
    public async Task A_target_that_was_replaced_is_found_as_it_was()
    {
        Assert.Equal(Money.Euros(44_000_000_000m), (await Read("2018-05-31")).Leverage(Basis.Headline).Mobilised!.Amount);
        Assert.Equal(Money.Euros(50_000_000_000m), (await Read("2018-06-01")).Leverage(Basis.Headline).Mobilised!.Amount);
        Assert.Equal(Money.Euros(44_000_000_000m), (await Read(null, "2026-01-01T00:00:07Z")).Leverage(Basis.Headline).Mobilised!.Amount);
    }

    [Fact]
    public async Task Before_the_fund_there_is_nothing_and_the_reason_is_told()
    {
        var leverage = (await Read("2017-09-27")).Leverage(Basis.Headline);

        Assert.Equal((Money.Euros(0m), Money.Euros(0m), null), (leverage.Input, leverage.Certified, leverage.Mobilised));
        Assert.Equal("No instrument of fund EIP has been opened, so there is no input.", leverage.Reason);
    }

    [Fact]
    public async Task A_report_is_provisional_while_Pledges_is_ahead_or_away()
    {
        var (ahead, away) = (await Read(pledges: 9), await Read(pledges: null));

        Assert.Equal((true, "pledges is at 9, of which 7 are applied here."), (ahead.Header!.Provisional, ahead.Header.Reasons.Single()));
        Assert.Equal((true, "pledges does not answer: what it has recorded since is not known."), (away.Header!.Provisional, away.Header.Reasons.Single()));
        Assert.Equal((false, 0), ((await Read()).Header!.Provisional, (await Read()).Header!.Reasons.Count));
    }

    [Fact]
    public async Task What_was_known_on_a_moment_that_is_wholly_applied_is_not_provisional()
    {
        var header = (await Read(null, "2018-02-04T00:00:00Z", pledges: null)).Header!;

        Assert.False(header.Provisional);
        Assert.Equal([new SourceSequence("pledges", 5), new SourceSequence("leverage", 0)], header.Positions);
    }

    [Fact]
    public async Task A_report_says_so_while_entries_wait_to_be_replayed()
    {
        await today.Execute("insert into journal.unapplied (source, sequence, type, reason, body, recorded_at) values ('pledges', 6, '', '', '', now())");

        Assert.Equal(["1 entries of pledges could not be applied and wait to be replayed."], (await Read()).Header!.Reasons);
    }

    [Fact]
    public async Task There_are_no_books_of_a_fund_that_nobody_has_heard_of()
    {
        Assert.Null(await Desk(Applied).Read("NOBODY", Query(null, null), Cancel));
        Assert.Null(await Desk(Applied).Read("NOBODY", Query("2018-01-01", "2018-01-01T00:00:00Z"), Cancel));
    }

    [Fact]
    public async Task Every_report_says_what_it_stands_for()
    {
        var books = await Read("2018-02-28");
        var actual = books.Leverage(Basis.Cash);

        Assert.All(
            [
                actual.Header, Mobilised.Of(books, Basis.Cash).Header, MatchedScenario.Of(actual, 1m).Header, DonorsScenario.Of(actual, [new("DE", 1m, null)]).Header,
                InstrumentsScenario.Of(books, Basis.Cash, [new("GUARANTEE", 1m, 2m)]).Header, Sensitivity.Of(books, Basis.Cash, 1m, [10m]).Header,
            ],
            header => Assert.Same(books.Header, header));
    }

    static (Money Expected, Money Signed, Money Disbursed) Three(FundBooks books)
    {
        var mobilisation = Mobilised.Of(books, Basis.Headline);
        return (mobilisation.Expected.Investment, mobilisation.Signed.Investment, mobilisation.Disbursed.Investment);
    }

    async Task<FundBooks> Read(string? asOf = null, string? knownOn = null, long? pledges = Applied) =>
        (await Desk(pledges).Read(Eip.Fund, Query(asOf, knownOn), Cancel))!;

    static ReportQuery Query(string? asOf, string? knownOn) => new(asOf, knownOn, null, new DefaultHttpContext().Request);

    BooksDesk Desk(long? pledges)
    {
        var services = new ServiceCollection();
        services.AddHttpClient("pledges", client => client.BaseAddress = new Uri("http://pledges"))
            .ConfigurePrimaryHttpMessageHandler(() => new Head(pledges, clock));
        var clients = services.BuildServiceProvider().GetRequiredService<IHttpClientFactory>();
        return new(today.Source, new SourceHeads(clients, ["pledges"], clock, NullLogger<SourceHeads>.Instance), clock);
    }

    static MemoryService Given()
    {
        var service = Eip.Empty();
        Certify(2_600_000_000m, "BLENDING", new(2017, 9, 28), null, new(2017, 10, 1, 10, 0, 0, TimeSpan.Zero));
        Certify(1_500_000_000m, "GUARANTEE", new(2018, 2, 1), null, new(2018, 2, 1, 10, 0, 0, TimeSpan.Zero));
        Certify(100_000_000m, "BLENDING", new(2017, 12, 20), new(2018, 1, 31), new(2018, 2, 5, 10, 0, 0, TimeSpan.Zero));
        service.Hear(
            new ReductionCompleted(Eip.Fund, "request", "pledge", "EU", Money.Euros(500_000_000m), "GUARANTEE"),
            new(2018, 3, 10), new(2018, 3, 10, 10, 0, 0, TimeSpan.Zero));
        // One second after the other, from 2026-01-01T00:00:01Z.
        Command[] commands =
        [
            Eip.Blending, Eip.Guarantee, Eip.Target, Solar.Expected, Solar.Signed, Solar.FirstPart, Solar.Reverse("solar-part-1"),
            Eip.Target with { Amount = Money.Euros(50_000_000_000m), SetOn = new(2018, 6, 1) },
        ];
        foreach (var command in commands)
            service.Accept(command);
        return service;

        void Certify(decimal amount, string window, DateOnly on, DateOnly? bookedOn, DateTimeOffset at) => service.Hear(
            new PledgeCertified(Eip.Fund, "p", "c", "EU", Money.Euros(amount), [new(window, Money.Euros(amount))], [], on), bookedOn, at);
    }

    sealed class Head(long? sequence, TimeProvider clock) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => sequence is null
            ? throw new HttpRequestException("pledges is away")
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(JsonSerializer.Serialize(new { Source = "pledges", Sequence = sequence, CompleteThrough = clock.GetUtcNow() }, JsonSerializerOptions.Web)),
            });
    }
}
