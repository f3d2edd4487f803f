using System.Diagnostics;

namespace TrustFund.Platform.Tests.Given;

/// <summary>Runs another program to its end.</summary>
static class Program
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What it wrote, and its exit status; -1 when it took too long and was ended.</summary>
    public static async Task<(string Output, string Errors, int Status)> Run(string program, IEnumerable<string> arguments, string input = "")
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var running = Process.Start(start)!;
        var output = running.StandardOutput.ReadToEndAsync(cancel);
        var errors = running.StandardError.ReadToEndAsync(cancel);
        await running.StandardInput.WriteAsync(input.AsMemory(), cancel);
        running.StandardInput.Close();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await running.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            running.Kill(entireProcessTree: true);
        }
        return (await output, await errors, running.HasExited ? running.ExitCode : -1);
    }
}
