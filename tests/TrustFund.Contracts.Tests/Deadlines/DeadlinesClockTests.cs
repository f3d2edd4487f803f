using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TrustFund.Contracts.Deadlines;
using TrustFund.Journal;

namespace TrustFund.Contracts.Tests.Deadlines;

public sealed class DeadlinesClockTests
{
    static readonly Command<Acted> Deadline = new PassDeadline("EUTF-AFRICA", DeadlineKind.Contracting);
    static readonly Command<Acted> Action = new TrustFund.Contracts.Actions.CloseAction("EUTF-AFRICA", "action-1");

    readonly FakeTimeProvider clock = new(new(2020, 12, 31, 23, 59, 30, TimeSpan.Zero));
    readonly List<DateOnly> asked = [];
    readonly List<Command> recorded = [];
    readonly Queue<Func<IReadOnlyList<Command<Acted>>>> looks = [];

    [Fact]
    public async Task It_looks_at_the_start_and_every_minute_for_the_day_that_is_over_everywhere()
    {
        await using var _ = await Run();

        await Running.Until(() => asked.Count == 1);
        for (var minutes = 1; minutes <= (12 * 60) + 1; minutes++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Running.Until(() => asked.Count == minutes + 1);
        }

        Assert.Equal([new(2020, 12, 31), new(2021, 1, 1)], asked.Distinct());
        Assert.Equal(new DateOnly(2020, 12, 31), asked[^2]);
    }

    [Fact]
    public async Task What_follows_from_a_deadline_is_seen_to_at_once()
    {
        looks.Enqueue(() => [Deadline]);
        looks.Enqueue(() => [Action]);

        await using var _ = await Run();
        await Running.Until(() => asked.Count == 3);

        Assert.Equal([Deadline, Action], recorded);
    }

    [Fact]
    public async Task What_is_still_due_after_it_was_seen_to_is_left_for_the_next_minute()
    {
        looks.Enqueue(() => [Deadline]);
        looks.Enqueue(() => [Deadline]);
        looks.Enqueue(() => [Deadline]);

        await using var _ = await Run();
        await Running.Until(() => asked.Count == 2);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Running.Until(() => asked.Count == 4);

        Assert.Equal([Deadline, Deadline], recorded);
    }

    [Fact]
    public async Task A_database_that_is_away_is_asked_again_a_minute_later()
    {
        looks.Enqueue(() => throw new TimeoutException("The database is away."));
        looks.Enqueue(() => [Deadline]);

        await using var _ = await Run();
        await Running.Until(() => asked.Count == 1);
        Assert.Empty(recorded);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Running.Until(() => asked.Count == 3);

        Assert.Equal([Deadline], recorded);
    }

    async Task<Running> Run()
    {
        var hosted = new DeadlinesClock(
            (today, _) =>
            {
                var look = looks.TryDequeue(out var queued) ? queued : () => [];
                asked.Add(today);
                return Task.FromResult(look());
            },
            command =>
            {
                recorded.Add(command);
                return Task.CompletedTask;
            },
            clock,
            NullLogger<DeadlinesClock>.Instance);
        await hosted.StartAsync(TestContext.Current.CancellationToken);
        return new(hosted);
    }

    sealed class Running(DeadlinesClock hosted) : IAsyncDisposable
    {
        static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

        public static async Task Until(Func<bool> condition)
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!condition())
            {
                Assert.False(patience.IsCancellationRequested, "The clock did not look.");
                await Task.Yield();
            }
        }

        public async ValueTask DisposeAsync()
        {
            await hosted.StopAsync(CancellationToken.None);
            hosted.Dispose();
        }
    }
}
