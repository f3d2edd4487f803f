using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace TrustFund.Simulation.Tests;

/// <summary>
/// Plays random sequences of steps. One that fails is made shorter as long as it still fails and time allows; then it is told line by line,
/// with the seed that plays it again.
/// </summary>
static class RandomRuns
{
    const int LinesTold = 120;

    static readonly TimeSpan PatienceForShrinking = TimeSpan.FromSeconds(20);

    public static void Play(int runs, int least, int most, ITestOutputHelper output)
    {
        var seed = Seeds.Next();
        var start = Stopwatch.StartNew();
        Step[]? shortest = null;
        TimeSpan? failedAt = null;
        var facts = 0;

        void Run(Step[] steps)
        {
            try
            {
                facts += Play(steps).World.Nodes.Sum(node => node.Service.Journal.Count);
            }
            catch
            {
                failedAt ??= start.Elapsed;
                if (shortest is null || steps.Length < shortest.Length)
                    shortest = steps;
                throw;
            }
        }

        IEnumerable<Step[]> Shrink(Step[] steps) =>
            Steps.Shorter(steps).TakeWhile(_ => failedAt is { } at && start.Elapsed - at < PatienceForShrinking);

        var rnd = new Rnd(seed);
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(runs * Seeds.Times)
            .WithQuietOnSuccess(true)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(rnd, FSharpOption<int>.None)));
        try
        {
            Prop.ForAll(Arb.From(Steps.Sequences(least, most), Shrink), Run).Check(config);
        }
        catch when (shortest is not null)
        {
            throw new InvalidOperationException(Told(seed, shortest));
        }
        output.WriteLine($"{runs * Seeds.Times} runs, {facts} facts, {start.Elapsed.TotalSeconds:0.0} s; {Seeds.Variable}={seed} plays them again.");
    }

    public static Simulation Play(Step[] steps, Action<string>? tell = null)
    {
        var simulation = new Simulation(tell);
        foreach (var step in steps)
            simulation.Play(step);
        simulation.Settle();
        return simulation;
    }

    static string Told(ulong seed, Step[] steps)
    {
        var lines = new Queue<string>();
        var failure = "It did not fail when it was told: something in it is not deterministic.";
        try
        {
            Play(steps, line =>
            {
                lines.Enqueue(line);
                if (lines.Count > LinesTold)
                    lines.Dequeue();
            });
        }
#pragma warning disable CA1031 // It is to be told, whatever it is.
        catch (Exception found)
#pragma warning restore CA1031
        {
            failure = found.ToString();
        }
        return $"{Seeds.Variable}={seed} plays it again; {steps.Length} steps are left of it, the last of them:\n{string.Join('\n', lines)}\n{failure}";
    }
}
