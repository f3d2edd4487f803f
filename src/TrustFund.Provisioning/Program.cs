using Microsoft.Extensions.Configuration;
using TrustFund.Provisioning;

using var cancel = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancel.Cancel();
};

try
{
    var settings = Settings.From(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build());
    await Provision.RunAsync(settings, Console.Out, TimeProvider.System, cancel.Token);
    return 0;
}
catch (ProvisioningException failure)
{
    await Console.Error.WriteLineAsync($"Provisioning failed: {failure.Message}");
    return 1;
}
catch (OperationCanceledException) when (cancel.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Provisioning was interrupted; running it again finishes it.");
    return 2;
}
