using System.Diagnostics;

namespace TrustFund.AppHost.Local;

/// <summary>
/// Who runs a server: PostgreSQL refuses to run as root, so for root it is the user that the Debian package made; anybody else runs it as themselves.
/// </summary>
sealed class ServerUser(string name)
{
    /// <summary>The words to put before a program so that it runs as this user.</summary>
    public IReadOnlyList<string> Prefix => Posix.IsRoot ? ["setpriv", $"--reuid={name}", $"--regid={name}", "--init-groups", "--"] : [];

    /// <summary>A start of the program as this user.</summary>
    public ProcessSpec Spec(string program, IReadOnlyList<string> arguments, string workingFolder)
    {
        string[] words = [.. Prefix, program, .. arguments];
        return new ProcessSpec(words[0], words[1..]) { WorkingFolder = workingFolder };
    }

    /// <summary>Makes the folder this user's own.</summary>
    /// <exception cref="DistributedApplicationException">The user cannot get to the folder.</exception>
    public async Task TakeAsync(string folder, CancellationToken cancellation)
    {
        if (!Posix.IsRoot)
        {
            return;
        }

        await RunAsync(["chown", "-R", $"{name}:{name}", folder], folder, cancellation);
        if (!await SucceedsAsync([.. Prefix, "test", "-w", folder], "/", cancellation))
        {
            throw new DistributedApplicationException(
                $"The user '{name}', who runs this server for root, cannot get into {folder}: a folder above it is closed to others. "
                + "Choose another data folder with --data, for example below /var/tmp.");
        }
    }

    /// <summary>Runs a program as this user, to its end.</summary>
    /// <exception cref="DistributedApplicationException">It failed; the message holds what it wrote.</exception>
    public Task RunAsAsync(string program, IReadOnlyList<string> arguments, string folder, CancellationToken cancellation) =>
        RunAsync([.. Prefix, program, .. arguments], folder, cancellation);

    /// <summary>Whether a command ends with exit code 0.</summary>
    public static async Task<bool> SucceedsAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellation) =>
        (await CaptureAsync(command, folder, cancellation)).ExitCode == 0;

    static async Task RunAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellation)
    {
        var (exitCode, output) = await CaptureAsync(command, folder, cancellation);
        if (exitCode != 0)
        {
            throw new DistributedApplicationException($"'{string.Join(' ', command)}' ended with exit code {exitCode}:{Environment.NewLine}{output}");
        }
    }

    static async Task<(int ExitCode, string Output)> CaptureAsync(IReadOnlyList<string> command, string folder, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await error);
    }
}
