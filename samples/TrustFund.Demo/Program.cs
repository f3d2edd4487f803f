using System.Text.Json;
using TrustFund.Demo;
using TrustFund.Demo.Playing;
using TrustFund.Demo.Printing;
using TrustFund.Demo.Story;

const int Differs = 1, Stopped = 2, Interrupted = 130;

using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interruption.Cancel();
};

var report = new Report();
try
{
    var platform = Platform.Of(args);
    using var api = new Api(platform, TimeProvider.System, report.Waiting);
    var verdict = await new Demo(PublishedStory.Load(), api, report, TimeProvider.System).Run(interruption.Token);
    return verdict.Agrees ? 0 : Differs;
}
catch (StoppedException stopped)
{
    report.Stopped(stopped.Message);
    return Stopped;
}
catch (JsonException unreadable)
{
    report.Stopped($"A file of the demo or an answer of the platform cannot be read: {unreadable.Message}");
    return Stopped;
}
catch (OperationCanceledException) when (interruption.IsCancellationRequested)
{
    report.Stopped("Interrupted. Run the demo again: what is recorded already is not recorded twice, the rest follows.");
    return Interrupted;
}
