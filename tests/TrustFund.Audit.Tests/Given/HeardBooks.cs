using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reports;
using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;
using TrustFund.Rehearsal;

namespace TrustFund.Audit.Tests.Given;

/// <summary>Audit's books in memory, fed with facts as their sources would record them.</summary>
sealed class HeardBooks
{
    public const string Fund = "EUTF-AFRICA";

    readonly Dictionary<string, long> sequences = [];

    public MemoryService Service { get; } = new("audit", new AuditEvolution());

    /// <summary>The last entry of each source.</summary>
    public IReadOnlyDictionary<string, long> Positions => sequences;

    public DateTimeOffset Now { get; set; } = new(2018, 10, 16, 12, 0, 0, TimeSpan.Zero);

    public static HeardBooks WithWindows(params string[] windows) => new HeardBooks().Opened(windows);

    /// <summary>A fund with these windows, recorded when the books' clock says.</summary>
    public HeardBooks Opened(params string[] windows)
    {
        Hear(new FundEstablished(Fund, "EU Emergency Trust Fund for Africa", "EUR", 5, null, Day(2015, 11, 12), null));
        foreach (var window in windows)
            Hear(new WindowOpened(Fund, window, $"Window {window}"));
        return this;
    }

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static Money Eur(decimal amount) => Money.Euros(amount);

    public static Money Millions(decimal amount) => Money.Euros(amount * 1_000_000);

    /// <summary>Hears the next fact of the source whose event it is; gives what Audit recorded upon it.</summary>
    public IReadOnlyList<IFundEvent> Hear(IFundEvent fact, DateOnly? bookedOn = null) => Service.Follow(Record(fact, bookedOn));

    /// <summary>The fact as the next entry of its source's journal, not heard yet.</summary>
    public Recorded Record(IFundEvent fact, DateOnly? bookedOn = null)
    {
        var source = EventTypes.NameOf(fact.GetType()).Split('.')[0];
        var sequence = sequences[source] = sequences.GetValueOrDefault(source) + 1;
        var recorded = new Recorded(source, sequence, Now, "fiona", $"00-{source}-{sequence}-01", fact);
        return bookedOn is { } day ? recorded with { BookedOn = day } : recorded;
    }

    public IReadOnlyList<T> All<T>()
        where T : State => [.. Service.All.OfType<T>().OrderBy(state => state.Id, StringComparer.Ordinal)];

    public FundFacts FundFacts => Service.Get<FundFacts>(Fund);

    /// <summary>What is kept of a scope.</summary>
    public Sums Kept(string scope = LedgerBalance.OfFund) => new([.. All<LedgerBalance>().Where(kept => kept.Scope == scope).SelectMany(Sum.Of)]);

    /// <summary>What the lines up to a day come to.</summary>
    public Sums Lines(DateOnly asOf) => new([.. All<LedgerEntry>().Where(line => line.BookedOn <= asOf).Select(line => new Sum(
        line.Currency, line.Account, null, line.WindowCode, line.CrossWindow, line.Flow, line.BookedOn.Year, line.Debit, line.Credit, line.Documents))]);

    public decimal Balance(Account account) => Kept().Balance(account);

    public ReportHeader Header(DateOnly? asOf = null) => new(
        Fund, "EU Emergency Trust Fund for Africa", "EUR", asOf ?? DateOnly.FromDateTime(Now.UtcDateTime), Now, [], false, []);

    public StateOfPlayReport StateOfPlay() => StateOfPlayByFund.ByWindow(
        Header(), [.. All<WindowFacts>().OrderBy(window => window.OpenedAt)], Kept());

    public StateOfPlayByContract ByContract() => new(
        Header(), DateOnly.MaxValue, DateTimeOffset.MaxValue, Kept(), Kept(LedgerBalance.OfAction), Kept(LedgerBalance.OfContract), All<ActionFacts>(), All<ContractFacts>());

    public DonorStatementReport Donors(DateOnly asOf) => DonorStatementReport.Of(
        Header(asOf),
        DateTimeOffset.MaxValue,
        Kept(LedgerBalance.OfPledge),
        All<PledgeFacts>(),
        All<DonorFacts>(),
        [.. All<InstalmentEntry>().Select(entry => new Due(entry.PledgeId, entry.DueOn, entry.Amount))]);
}
