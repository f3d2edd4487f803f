using TrustFund.Demo.Books;
using TrustFund.Demo.Playing;
using TrustFund.Demo.Printing;
using TrustFund.Demo.Story;
using TrustFund.Demo.Tables;

namespace TrustFund.Demo;

/// <summary>Replays the published story in order of date, prints each table when its date is reached, and compares every figure.</summary>
sealed class Demo(PublishedStory story, Api api, Report report, TimeProvider clock)
{
    readonly Replay replay = new(api, clock);
    readonly Journals journals = new(api, story.Funds);
    readonly Verdict verdict = new();

    /// <summary>Runs from the first chapter to the last, whether or not a run before it got anywhere.</summary>
    /// <exception cref="StoppedException">A service refused a step, or was away for too long.</exception>
    public async Task<Verdict> Run(CancellationToken cancellation)
    {
        await journals.ReadOn(cancellation);
        var before = journals.Heads();
        foreach (var chapter in story.Chapters)
            await Play(chapter, cancellation);
        await journals.ReadOn(cancellation);
        report.Print(story.Assumptions, story.Chapters);
        report.Print(replay, before, journals.Heads());
        report.Print(verdict);
        return verdict;
    }

    async Task Play(Chapter chapter, CancellationToken cancellation)
    {
        var replayedBefore = replay.Replayed;
        foreach (var step in chapter.Steps)
            await replay.Play(step, cancellation);
        report.Print(chapter, replay.Replayed - replayedBefore);

        await replay.AwaitAll(cancellation);
        await journals.ReadOn(cancellation);
        // Later chapters may be in the journals already, from a run before: value dates tell what belongs to this day.
        var (ours, besides) = journals.Split(replay.Positions);
        var evidence = new Evidence(chapter.Date, FundBooks.Of(ours, chapter.Date), api, new AuditReports(api, clock), story, replay.Ids, besides);
        foreach (var name in chapter.Tables)
        {
            var table = await FigureTables.Make(name, evidence, cancellation);
            report.Print(table);
            verdict.Add(table);
        }
    }
}
