namespace TrustFund.AppHost.Local;

/// <summary>Writes files that hold passwords.</summary>
static class PrivateFile
{
    /// <summary>Writes the file so that nobody but its owner can read it at any moment, and never half of it.</summary>
    public static void Write(string path, string text)
    {
        var next = path + ".new";
        File.Delete(next);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(next, options))
        {
            writer.Write(text);
        }

        File.Move(next, path, overwrite: true);
    }
}
