namespace TrustFund.AppHost.Local;

/// <summary>Makes folders for servers that are thrown away. The servers' users must get in, so they are not closed as usual.</summary>
static class TemporaryFolder
{
    public static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("trustfund-").FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        }

        return folder;
    }
}
