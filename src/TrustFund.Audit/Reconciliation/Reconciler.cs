using Npgsql;
using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Figures;
using TrustFund.Audit.Reading;
using TrustFund.Audit.Reports;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reconciliation;

/// <summary>What a reconciliation came to.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="At">When it was done, UTC.</param>
/// <param name="Services">The ledger beside the services' own balances.</param>
/// <param name="Figures">The ledger beside what was published.</param>
/// <param name="RulesChecked">Whether the fund's rules could be asked of the ledger; not while a source is behind.</param>
/// <param name="Away">Services that could not be asked, and why.</param>
/// <param name="Raised">Ids of exceptions raised.</param>
/// <param name="Resolved">Ids of exceptions resolved because their cause was gone.</param>
sealed record ReconciliationView(
    string Fund,
    DateTimeOffset At,
    IReadOnlyList<Comparison> Services,
    IReadOnlyList<Comparison> Figures,
    bool RulesChecked,
    IReadOnlyList<string> Away,
    IReadOnlyList<string> Raised,
    IReadOnlyList<string> Resolved);

/// <summary>Compares the ledger with the services' own balances, with what was published and with the fund's rules.</summary>
sealed class Reconciler(
    NpgsqlDataSource database, ReportDesk desk, SourceHeads heads, ServiceBalances services, BankBookings bookings, UnappliedEntries entries,
    JournalWriter journal, TimeProvider clock)
{
    // While facts are on their way, two figures that will agree in a moment do not yet.
    const int Attempts = 4;
    static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    const string Slots = "select row_to_json(s)::text from exception_slots s where s.fund = @fund";

    const string LastFact = """
        select source, sequence
        from (
            select * from ledger_entries where action_id = any(@things)
            union all select * from ledger_entries where contract_id = any(@things)
            union all select * from ledger_entries where pledge_id = any(@things)
            union all select * from ledger_entries where document_id = any(@things)
        ) e
        order by recorded_at desc, sequence desc
        limit 1
        """;

    const string Known = "select id from audit_exceptions where id = any(@ids)";

    /// <summary>Reconciles a fund; null when there is no such fund.</summary>
    public async Task<ReconciliationView?> Run(string fund, CancellationToken cancellation)
    {
        var look = await Look(fund, cancellation);
        for (var attempt = 1; attempt < Attempts && look is { IsSettled: false }; attempt++)
        {
            await Task.Delay(BetweenAttempts, clock, cancellation);
            look = await Look(fund, cancellation);
        }
        if (look is null)
            return null;
        if (look.Broken is null)
            look = look with { Broken = await AsKnownAMomentAgo(fund, cancellation) };
        var figures = await Figures(fund, look.Fund, cancellation);
        var (raised, resolved) = await Keep(look, figures, cancellation);
        return new(look.Fund.Id, clock.GetUtcNow(), look.Comparisons, figures, look.Broken is not null, look.Away, raised, resolved);
    }

    /// <summary>One look at both sides. What a source stands at must be the same before and after, and be what the ledger has of it.</summary>
    async Task<Looked?> Look(string fund, CancellationToken cancellation)
    {
        var before = await heads.Ask(cancellation);
        var booked = bookings.Twice(fund, cancellation);
        var (balances, away) = await services.Of(fund, cancellation);
        var (twice, unasked) = await booked;
        var seen = await desk.Make(fund, null, null, See, cancellation);
        if (seen is null)
            return null;
        var after = await heads.Ask(cancellation);
        var still = before.Keys.Where(source => before[source].Answered && after[source].Answered
            && before[source].Last!.Sequence == after[source].Last!.Sequence
            && seen.Header.Positions.Any(position => position.Source == source && position.Sequence == after[source].Last!.Sequence)).ToHashSet();
        // Rules join facts of several sources: while one of them is behind, what is paid may be ahead of what is contracted.
        var broken = still.Count == before.Count ? seen.Broken : null;
        return new(
            seen.Fund,
            [.. balances.Select(balance => Compare(balance, seen.Sums, still))],
            broken,
            twice,
            await entries.Of(seen.Fund.Id, cancellation),
            unasked is null ? away : [.. away.Append(unasked).Distinct()]);
    }

    /// <summary>
    /// The rules asked of what every source had recorded up to one moment, for sources that never stand still; null when one is so far
    /// behind that even this is not complete.
    /// </summary>
    async Task<IReadOnlyList<Finding>?> AsKnownAMomentAgo(string fund, CancellationToken cancellation)
    {
        var heard = await heads.Ask(cancellation);
        if (heard.Values.Any(head => !head.Answered))
            return null;
        var moment = heard.Values.Min(head => head.Last!.CompleteThrough).ToUniversalTime();
        await Task.Delay(BetweenAttempts, clock, cancellation);
        var seen = await desk.Make(fund, null, moment, See, cancellation);
        return seen is { Header.Provisional: false } ? seen.Broken : null;
    }

    static async Task<Seen> See(ReportSession session)
    {
        var sums = await session.OfFund();
        var deadlines = await session.DeadlineFacts();
        var payable = deadlines.Where(deadline => deadline.Kind == DeadlineFacts.Payment).SelectMany(deadline => deadline.Settings).ToList();
        var facts = new RuleFacts(
            await session.PledgeFacts(),
            await session.ActionFacts(),
            await session.ContractFacts(),
            deadlines,
            payable.Count == 0 ? [] : await session.PaymentsAfter(payable.Min(setting => setting.On)));
        var broken = BrokenRules.Of(session.Fund, sums, await session.OfActions(), await session.OfContracts(), await session.OfPledges(), facts);
        return new(session.Fund, session.Header, sums, [.. broken]);
    }

    static Comparison Compare(ServiceBalance balance, Sums sums, HashSet<string> still)
    {
        var ledger = new Money(balance.Ledger(sums), balance.Amount.Currency);
        var moving = balance.Needs.Where(source => !still.Contains(source)).ToList();
        return moving.Count > 0
            ? new(balance.Subject, ComparisonState.NotComparable, ledger, balance.Amount.ToString(), null, $"{string.Join(" and ", moving)} is ahead of what is applied here, or does not answer.")
            : new(balance.Subject, ledger == balance.Amount ? ComparisonState.Agrees : ComparisonState.Differs, ledger, balance.Amount.ToString(), ledger - balance.Amount, null);
    }

    async Task<IReadOnlyList<Comparison>> Figures(string fund, FundFacts facts, CancellationToken cancellation)
    {
        var figures = await database.Read(ReadFigures.All, row => Rows.State<FigureFacts>(row.GetString(0)), cancellation, ("fund", facts.Id));
        var compared = new List<Comparison>();
        foreach (var day in figures.GroupBy(figure => figure.AsOf).OrderBy(day => day.Key))
        {
            var seen = await desk.Make(
                fund,
                day.Key,
                null,
                async session => new { Sums = await session.OfFund(), Actions = await Approved(session), session.Header.Provisional },
                cancellation);
            compared.AddRange(day.Select(figure => FigureComparison.Of(figure, facts, seen!.Sums, seen.Actions, seen.Provisional)));
        }
        return compared;
    }

    static async Task<IReadOnlyList<ActionFacts>> Approved(ReportSession session) =>
        [.. (await session.ActionFacts()).Where(action => action.BookedOn <= session.Through && action.RecordedAt <= session.Known)];

    async Task<(IReadOnlyList<string> Raised, IReadOnlyList<string> Resolved)> Keep(Looked look, IReadOnlyList<Comparison> figures, CancellationToken cancellation)
    {
        var fund = look.Fund.Id;
        var findings = look.Findings(figures);
        var slots = (await database.Read(Slots, row => Rows.State<ExceptionSlot>(row.GetString(0)), cancellation, ("fund", fund))).ToDictionary(slot => slot.Id);
        var found = findings.Select(Slot).ToHashSet();
        var gone = slots.Values.Where(slot => (slot.IsOpen || slot.AcceptedAs is not null) && look.WasLookedAt(figures, slot.Id, slot.Kind) && !found.Contains(slot.Id)).ToList();
        var news = findings.Where(finding => slots.GetValueOrDefault(Slot(finding)) is not { } slot || !(slot.IsOpen || slot.AcceptedAs == finding.Gist)).ToList();
        if (news.Count == 0 && gone.Count == 0)
            return ([], []);
        var asked = new List<NewException>();
        foreach (var finding in news)
            asked.Add(new(Guid.CreateVersion7().ToString(), finding with { ShownBy = finding.ShownBy ?? await ShownBy(finding, cancellation) }));
        await journal.Record(Caller.Clock("audit"), new KeepFindings(fund, asked, [.. gone.Select(slot => slot.Id)]));
        var raised = await database.Read(Known, row => row.GetString(0), cancellation, ("ids", asked.Select(found => found.ExceptionId).ToArray()));
        return (raised, [.. gone.Where(slot => slot.IsOpen).Select(slot => slot.ExceptionId)]);

        string Slot(Finding finding) => ExceptionSlot.KeyOf(fund, finding.Kind, finding.Subject);
    }

    async Task<SourceSequence?> ShownBy(Finding finding, CancellationToken cancellation) => finding.Things.Count > 0
        ? (await database.Read(LastFact, row => new SourceSequence(row.GetString(0), row.GetInt64(1)), cancellation, ("things", finding.Things.ToArray()))).FirstOrDefault()
        : null;

    sealed record Seen(FundFacts Fund, ReportHeader Header, Sums Sums, IReadOnlyList<Finding> Broken);
}
