using System.Diagnostics;

namespace AppHost.Tests;

/// <summary>Waits for a condition, with a deadline that leaves room for a busy machine.</summary>
static class Eventually
{
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    public static Task HoldsAsync(string what, Func<bool> condition) => HoldsAsync(what, () => Task.FromResult(condition()));

    public static async Task HoldsAsync(string what, Func<Task<bool>> condition, Func<string>? evidence = null)
    {
        for (var began = Stopwatch.GetTimestamp(); !await condition();)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Deadline, $"Within {Deadline.TotalSeconds} s it did not come true that {what}. {evidence?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }
}
