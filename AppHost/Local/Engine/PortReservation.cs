using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>
/// Keeps a chosen port from other platforms on this machine until it is listened on, which for a service is many seconds later.
/// It is a lock on a file named after the port; the kernel releases it however its holder ends.
/// </summary>
sealed class PortReservation : IDisposable
{
    static readonly string Folder = Path.Combine(Path.GetTempPath(), "trustfund-ports");

    readonly FileStream lockFile;

    PortReservation(FileStream lockFile) => this.lockFile = lockFile;

    /// <summary>The reservation, or null when somebody else has it.</summary>
    public static PortReservation? TryTake(int port)
    {
        try
        {
            OpenToEverybody(Directory.CreateDirectory(Folder).FullName, "1777");
            var file = Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture));
            var lockFile = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            OpenToEverybody(file, "666");
            return new PortReservation(lockFile);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => lockFile.Dispose();

    // Platforms of different users share the ports, so they share the files; only who made one can change its mode.
    static void OpenToEverybody(string path, string mode)
    {
        var wanted = (UnixFileMode)Convert.ToInt32(mode, 8);
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == wanted)
        {
            return;
        }

        try
        {
            File.SetUnixFileMode(path, wanted);
        }
        catch (UnauthorizedAccessException)
        {
            // Somebody else's, between making it and opening it; it can be used all the same if it is open enough.
        }
    }
}
