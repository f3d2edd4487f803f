using System.Diagnostics;

namespace TrustFund.Platform.Tests.Given;

/// <summary>Waits for a condition, with a deadline far beyond what it takes.</summary>
static class Until
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Task Holds(string what, Func<Task<bool>> condition) => Holds(() => what, condition);

    /// <summary>Waits until a condition holds; on failure says what was waited for in the words of that moment.</summary>
    public static async Task Holds(Func<string> what, Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Deadline, $"Within {Deadline.TotalSeconds} seconds it did not come to be that {what()}.");
            await Task.Delay(Look, Cancel);
        }
    }

    /// <summary>Waits until a value is what it must be; on failure says what it is instead.</summary>
    public static async Task Is<T>(T expected, Func<Task<T>> actual)
    {
        var started = Stopwatch.GetTimestamp();
        while (!EqualityComparer<T>.Default.Equals(expected, await actual()))
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline) Assert.Equal(expected, await actual());
            await Task.Delay(Look, Cancel);
        }
    }
}
