using TrustFund.AppHost.Local;
using TrustFund.Audit;
using TrustFund.Contracts;
using TrustFund.Disbursements;
using TrustFund.Journal;
using TrustFund.Leverage;
using TrustFund.Pledges;
using TrustFund.Rehearsal.Upgrading;
using TrustFund.Upgrades.Tests;

[assembly: AssemblyFixture(typeof(Server))]

namespace TrustFund.Upgrades.Tests;

/// <summary>
/// A database that a released version wrote is, after today's scripts, what today's code folds from its journals: its books are proved.
/// </summary>
public sealed class ReleaseTests(Server server)
{
    static readonly Dictionary<string, Evolution> Evolutions = new()
    {
        ["pledges"] = new PledgesEvolution(),
        ["contracts"] = new ContractsEvolution(),
        ["disbursements"] = new DisbursementsEvolution(),
        ["leverage"] = new LeverageEvolution(),
        ["audit"] = new AuditEvolution(),
    };

    [Theory]
    [InlineData("pledges")]
    [InlineData("contracts")]
    [InlineData("disbursements")]
    [InlineData("leverage")]
    public Task What_the_first_version_wrote_is_proved(string service) => MustBeProved(Release.First, service);

    [Theory]
    [InlineData("pledges")]
    [InlineData("contracts")]
    [InlineData("disbursements")]
    [InlineData("leverage")]
    [InlineData("audit")]
    public Task What_the_second_version_wrote_is_proved(string service) => MustBeProved(Release.Second, service);

    async Task MustBeProved(Release release, string service)
    {
        await using var old = await ScriptedDatabase.Create(
            server.Administrator, service, Evolutions[service], release.FirstMissing[service], release.FirstMissingOfJournal);
        await old.WriteJournal(release.JournalOf(service));
        foreach (var source in Followings.Of(service).Select(following => following.Source).Where(release.FirstMissing.ContainsKey))
            await old.WriteFollowed(source, release.JournalOf(source), applied: release.Followings[service].Contains(source));
        foreach (var (table, rows) in release.RowsOf(service))
            await old.WriteRows(table, rows);

        await old.Upgrade();
        await old.CatchUp();

        var report = await old.Verify();
        Assert.Empty(report.Findings);
        Assert.Empty(await old.Unfinished());
        Assert.Equal(release.JournalOf(service).Count, report.Head);
    }
}

/// <summary>A real PostgreSQL.</summary>
public sealed class Server : IAsyncLifetime
{
    PostgresServer server = null!;

    internal string Administrator => server.ConnectionString;

    public async ValueTask InitializeAsync() => server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
