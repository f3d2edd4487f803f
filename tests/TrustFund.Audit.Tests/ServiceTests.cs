using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Periods;
using TrustFund.Audit.Reading;
using TrustFund.Audit.Reconciliation;
using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Audit.Tests.Ledger;
using TrustFund.Journal;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests;

/// <summary>The service itself on a real database, following the feeds of sources that a test plays.</summary>
public sealed class ServiceTests(Database database) : IAsyncLifetime
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    readonly Dictionary<string, FakeSource> sources = Acknowledgements.Sources.ToDictionary(source => source, source => new FakeSource(source));
    readonly HeardBooks books = new();
    WebApplication app = null!;
    List<IHostedService> running = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    NpgsqlDataSource Rows => app.Services.GetRequiredService<NpgsqlDataSource>();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder([
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            "--SignIn:Authority=http://127.0.0.1:1",
            $"--ConnectionStrings:auditdb={database.Live}",
            "--ConnectionStrings:messaging=amqp://audit:none@127.0.0.1:1",
        ]);
        builder.AddServiceDefaults();
        builder.AddJournal("audit", new AuditEvolution());
        foreach (var (name, source) in sources)
        {
            builder.Services.AddHttpClient(name, client => client.BaseAddress = new Uri($"http://{name}"))
                .ConfigurePrimaryHttpMessageHandler(() => source);
        }
        builder.Services.AddAuthentication(TestRole.Scheme).AddScheme<AuthenticationSchemeOptions, TestRole>(TestRole.Scheme, null);
        builder.Services.AddReports();
        builder.Services.AddReconciliation();
        app = builder.Build();
        app.UseServiceDefaults();
        app.MapDefaultEndpoints();
        app.MapApi().WithAtLeast().MapAudit();
        // What writes, what follows and what answers; the bus and the relay need a broker.
        running = [.. app.Services.GetServices<IHostedService>().Where(service => service.GetType().Name is "GroupWriter" or "FollowerSet" or "GenericWebHostService")];
        Assert.Equal(3, running.Count);
        foreach (var service in running)
            await service.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(running))
            await service.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task It_follows_reports_reconciles_and_closes_periods()
    {
        await FollowsEverySource();
        await AnswersOverHttp();
        await RaisesWhatDiffersAndResolvesWhatIsGone();
        await RaisesWhatIsBookedTwiceUntilOneOfBothIsGone();
        await ClosesAPeriodWhenAllHaveAnswered();
        await RaisesWhatIsNotApplied();
    }

    /// <summary>Every row is what the same facts come to in memory.</summary>
    async Task FollowsEverySource()
    {
        Record(new Events.Pledges.V1.FundEstablished(Fund, "EU Emergency Trust Fund for Africa", "EUR", 5, null, Day(2015, 11, 12), null));
        Record(new Events.Pledges.V1.WindowOpened(Fund, "SLC", "Sahel & Lake Chad"));
        foreach (var row in PostingTests.Postings)
            Record(row.Data.Item2);
        Record(Facts.Payment("overpaid", "contract", "SLC", Eur(500)));
        Record(new Events.Leverage.V1.InstrumentOpened(Fund, "B", "Blending", Events.Leverage.V1.InstrumentKind.Blending, null, 0, Facts.Start));
        await AllApplied();

        foreach (var table in new AuditEvolution().Tables)
        {
            var kept = await Rows.Read($"select id, row_to_json(t)::text from {table.Name} t", row => (row.GetString(0), Json: row.GetString(1)), Cancel);
            var expected = books.Service.All.Where(state => state.GetType() == table.Kind).ToDictionary(state => state.Id);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), kept.Select(row => row.Item1).Order(StringComparer.Ordinal));
            Assert.All(kept, row => Assert.True(
                JsonElement.DeepEquals(
                    JsonSerializer.SerializeToElement(expected[row.Item1], table.Kind, Json),
                    JsonSerializer.SerializeToElement(JsonSerializer.Deserialize(row.Json, table.Kind, Json), table.Kind, Json)),
                $"{table.Name} {row.Json}"));
        }
        var trial = await app.Services.GetRequiredService<ReportDesk>().Make(Fund, null, null, ReadTrialBalance.Make, Cancel);
        Assert.True(trial!.Balances);
        Assert.False(trial.Header.Provisional, string.Join(' ', trial.Header.Reasons));
    }

    /// <summary>As JSON and as a table, to those who may read it.</summary>
    async Task AnswersOverHttp()
    {
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        http.DefaultRequestHeaders.Add(TestRole.Header, Roles.Auditor);
        foreach (var by in new[] { "window", "country", "theme", "partner", "year" })
        {
            using var report = JsonDocument.Parse(await http.GetStringAsync($"/funds/eutf-africa/reports/state-of-play?by={by}&atLeast=pledges:1", Cancel));
            Assert.Equal((Fund, false), (report.RootElement.GetProperty("header").GetProperty("fund").GetString(), report.RootElement.GetProperty("header").GetProperty("provisional").GetBoolean()));
            Assert.Equal(by, report.RootElement.GetProperty("by").GetString());
            Assert.Equal(books.Kept().Paid, decimal.Parse(report.RootElement.GetProperty("total").GetProperty("paid").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
        }
        foreach (var path in new[] { "donors", "rac", "ral", "expiring-contracts?days=30", "attribution", "trial-balance", "sources-and-uses?from=2018-01-01", "journal?subject=contract" })
        {
            var question = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            Assert.NotEmpty(await http.GetStringAsync($"/funds/{Fund}/reports/{path}", Cancel));
            using var table = await http.GetAsync($"/funds/{Fund}/reports/{path}{question}format=csv&asOf=2018-06-30&knownOn=2018-10-16T23:00:00Z", Cancel);
            Assert.Equal((HttpStatusCode.OK, "text/csv"), (table.StatusCode, table.Content.Headers.ContentType?.MediaType));
            Assert.Equal("2018-06-30", Assert.Single(table.Headers.GetValues("TrustFund-As-Of")));
        }
        await Refused($"/funds/{Fund}/reports/donors?asOf=yesterday", HttpStatusCode.BadRequest);
        await Refused($"/funds/{Fund}/reports/donors?knownOn=2999-01-01T00:00:00Z", HttpStatusCode.BadRequest);
        await Refused($"/funds/{Fund}/reports/donors?format=xlsx", HttpStatusCode.BadRequest);
        await Refused($"/funds/{Fund}/reports/state-of-play?by=moon", HttpStatusCode.BadRequest);
        await Refused($"/funds/{Fund}/reports/expiring-contracts?days=-1", HttpStatusCode.BadRequest);
        await Refused($"/funds/{Fund}/reports/sources-and-uses?from=2018-07-01&asOf=2018-06-30", HttpStatusCode.BadRequest);
        await Refused($"/funds/{Fund}/reports/journal", HttpStatusCode.BadRequest);
        await Refused("/funds/nobody/reports/donors", HttpStatusCode.NotFound);
        using var document = JsonDocument.Parse(await http.GetStringAsync("/openapi/v1.json", Cancel));
        Assert.Equal(
            ["fund", "asOf", "knownOn", "format", "by"],
            document.RootElement.GetProperty("paths").GetProperty("/funds/{fund}/reports/state-of-play").GetProperty("get").GetProperty("parameters")
                .EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
        using var lines = JsonDocument.Parse(await http.GetStringAsync($"/funds/{Fund}/reports/journal?subject=contract&limit=1", Cancel));
        Assert.Single(lines.RootElement.GetProperty("rows").EnumerateArray());
        using var more = JsonDocument.Parse(await http.GetStringAsync(
            $"/funds/{Fund}/reports/journal?subject=contract&limit=200&after={lines.RootElement.GetProperty("next").GetString()}", Cancel));
        Assert.Equal(JsonValueKind.Null, more.RootElement.GetProperty("next").ValueKind);
        var all = await http.GetStringAsync($"/funds/{Fund}/reports/journal?subject=contract&format=csv", Cancel);
        Assert.Equal(1 + more.RootElement.GetProperty("rows").GetArrayLength(), all.Split("\r\n").Length - 2);
        Assert.Contains("\"items\":[]", await http.GetStringAsync($"/funds/{Fund}/exceptions?state=open", Cancel), StringComparison.Ordinal);
        Assert.Contains("\"items\":[]", await http.GetStringAsync($"/funds/{Fund}/periods", Cancel), StringComparison.Ordinal);
        Assert.Contains("\"items\":[]", await http.GetStringAsync($"/funds/{Fund}/published-figures", Cancel), StringComparison.Ordinal);
        http.DefaultRequestHeaders.Remove(TestRole.Header);
        http.DefaultRequestHeaders.Add(TestRole.Header, Roles.VerifyingOfficer);
        await Refused($"/funds/{Fund}/reports/donors", HttpStatusCode.Forbidden);

        async Task Refused(string path, HttpStatusCode status)
        {
            using var answer = await http.GetAsync(path, Cancel);
            Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    async Task RaisesWhatDiffersAndResolvesWhatIsGone()
    {
        var sums = books.Kept();
        sources["pledges"].SayPledges(Fund, sums, pledged: sums.Balance(MemorandumAccounts.Pledged) + 1);
        var reconciler = app.Services.GetRequiredService<Reconciler>();

        var first = await reconciler.Run(Fund, Cancel);

        var differing = Assert.Single(first!.Services, comparison => comparison.State == ComparisonState.Differs);
        Assert.Equal(("pledges pledged", -1m), (differing.Subject, differing.Difference!.Value.Amount));
        Assert.Equal(6, first.Services.Count(comparison => comparison.State == ComparisonState.Agrees));
        Assert.True(first.RulesChecked);
        // The postings of the tests break rules of the fund: those stand as exceptions beside the difference.
        var open = await Exceptions("open");
        Assert.Equal(first.Raised.Order(StringComparer.Ordinal), open.Select(exception => exception.Id).Order(StringComparer.Ordinal));
        Assert.Contains(open, exception => exception is { Kind: ExceptionKinds.LedgerDiffers, Subject: "pledges pledged", Difference: -1m });

        // Who looks into it is led to the fact that broke the rule.
        Assert.Contains(open, exception => exception is { Kind: ExceptionKinds.PaidAboveContracted, Source: "disbursements", Sequence: > 0 });

        sources["pledges"].SayPledges(Fund, sums, sums.Balance(MemorandumAccounts.Pledged));
        var second = await reconciler.Run(Fund, Cancel);

        Assert.Empty(second!.Raised);
        var resolved = Assert.Single(await Exceptions("resolved"));
        Assert.Equal((resolved.Id, "pledges pledged", "audit"), (Assert.Single(second.Resolved), resolved.Subject, resolved.ResolvedBy));
    }

    /// <summary>Disbursements tells what stands under one reference of the bank; while it does not answer, what was found stands as it is.</summary>
    async Task RaisesWhatIsBookedTwiceUntilOneOfBothIsGone()
    {
        var reconciler = app.Services.GetRequiredService<Reconciler>();
        sources["disbursements"].SayBookedTwice(Fund, ("payment", "overpaid", -500), ("cost", "unheard", -20));

        var first = await reconciler.Run(Fund, Cancel);

        var raised = Assert.Single(await Exceptions("open"), exception => exception.Kind == ExceptionKinds.BookedTwice);
        Assert.Equal((raised.Id, "debit OUT-1", -20m, "disbursements"), (Assert.Single(first!.Raised), raised.Subject, raised.Difference, raised.Source));
        Assert.Empty((await reconciler.Run(Fund, Cancel))!.Raised);

        sources["disbursements"].Answers.Clear();
        Assert.Empty((await reconciler.Run(Fund, Cancel))!.Resolved);
        sources["disbursements"].SayBookedTwice(Fund);
        Assert.Equal(raised.Id, Assert.Single((await reconciler.Run(Fund, Cancel))!.Resolved));
    }

    async Task ClosesAPeriodWhenAllHaveAnswered()
    {
        var id = Guid.CreateVersion7().ToString();
        await app.Services.GetRequiredService<JournalWriter>().Record(Caller.Clock("audit"), new ClosePeriod(Fund, id, Day(2018, 12, 31), null));
        Record(new Events.Pledges.V1.PeriodClosed(Fund, id, Day(2018, 12, 31)));
        Record(new Events.Contracts.V1.PeriodClosed(Fund, id, Day(2018, 12, 31)));
        Record(new Events.Disbursements.V1.PeriodClosed(Fund, id, Day(2018, 12, 31)));
        Record(new Events.Leverage.V1.PeriodClosed(Fund, id, Day(2018, 12, 31)));
        await AllApplied();

        var period = Assert.Single(await Rows.Read("select row_to_json(p)::text from periods p", row => Reading.Rows.State<Period>(row.GetString(0)), Cancel));
        Assert.Equal(PeriodState.Closed, period.Standing);
        Assert.Equal(sources.Values.Select(source => source.Head), period.Sequences.SkipLast(1).Select(position => position.Sequence));
    }

    /// <summary>An entry that was put aside and a chain that is broken are exceptions until they are applied after all.</summary>
    async Task RaisesWhatIsNotApplied()
    {
        // At a position that is passed, and of another fund too.
        await Execute($$"""
            insert into journal.unapplied (source, sequence, type, reason, body, recorded_at) values
            ('pledges', 1, 'pledges.Odd.v1', 'it is odd', convert_to('{"fund":"{{Fund}}"}', 'UTF8'), now()),
            ('pledges', 2, 'pledges.Odd.v1', 'it is odd', convert_to('garbled', 'UTF8'), now())
            """);
        Record(new Events.Leverage.V1.InstrumentOpened(Fund, "C", "Blending", Events.Leverage.V1.InstrumentKind.Blending, null, 0, Facts.Start));
        var mend = sources["leverage"].BreakLast();
        var head = sources["leverage"].Head;
        var reconciler = app.Services.GetRequiredService<Reconciler>();

        var first = await reconciler.Run(Fund, Cancel);

        Assert.False(first!.RulesChecked);
        var raised = (await Exceptions("open")).Where(exception => exception.Kind == ExceptionKinds.EntryNotApplied).OrderBy(exception => exception.Subject).ToList();
        Assert.Equal([$"leverage:{head}", "pledges:1", "pledges:2"], raised.Select(exception => exception.Subject));
        Assert.Equal(("leverage", head), (raised[0].Source, raised[0].Sequence!.Value));
        Assert.Equal("pledges:1: pledges.Odd.v1 could not be applied: it is odd", raised[1].Detail);
        Assert.Equal(raised.Select(exception => exception.Id).Order(StringComparer.Ordinal), first.Raised.Order(StringComparer.Ordinal));
        Assert.Empty((await reconciler.Run(Fund, Cancel))!.Raised);

        mend();
        await Execute("update journal.unapplied set replayed_at = now()");
        await AllApplied(aside: 2);
        var last = await reconciler.Run(Fund, Cancel);

        Assert.Equal(raised.Select(exception => exception.Id).Order(StringComparer.Ordinal), last!.Resolved.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await Exceptions("open"), exception => exception.Kind == ExceptionKinds.EntryNotApplied);

        async Task Execute(string sql)
        {
            await using var command = Rows.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }

    void Record(Events.IFundEvent fact)
    {
        var recorded = books.Record(fact);
        sources[recorded.Source].Record(recorded);
        books.Service.Follow(recorded);
    }

    Task<List<AuditException>> Exceptions(string standing) => Rows.Read(
        "select row_to_json(e)::text from audit_exceptions e where standing = @standing",
        row => Reading.Rows.State<AuditException>(row.GetString(0)), Cancel, ("standing", standing));

    async Task AllApplied(int aside = 0)
    {
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(60);
        List<(string Source, long Sequence)> applied;
        do
        {
            Assert.True(TimeProvider.System.GetUtcNow() < deadline, "The feeds were not applied in time.");
            await Task.Delay(50, Cancel);
            applied = await Rows.Read("select source, sequence from journal.followed", row => (row.GetString(0), row.GetInt64(1)), Cancel);
        }
        while (sources.Any(source => source.Value.Head > 0 && !applied.Contains((source.Key, source.Value.Head))));
        Assert.Equal(aside, (await Rows.Read("select source || ':' || sequence || ' ' || reason from journal.unapplied", row => row.GetString(0), Cancel)).Count);
    }
}
