using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>
/// The folder that holds everything a platform keeps between runs. It is locked while a platform runs on it;
/// the kernel lets go of the lock however that platform ends.
/// </summary>
sealed class DataFolder : IDisposable
{
    readonly FileStream lockFile;

    DataFolder(string path, FileStream lockFile)
    {
        Path = path;
        this.lockFile = lockFile;
        Credentials = new Credentials(System.IO.Path.Combine(path, "credentials.json"));
        Ports = new Ports(System.IO.Path.Combine(path, "ports.json"));
        Leftovers.Sweep(RunFolder);
    }

    public string Path { get; }

    public Credentials Credentials { get; }

    public Ports Ports { get; }

    public string RunFolder => Create("run");

    public string LogFolder => Create("logs");

    /// <summary>Locks the folder.</summary>
    /// <exception cref="DistributedApplicationException">Another platform runs on it.</exception>
    public static DataFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        var file = System.IO.Path.Combine(path, "lock");
        try
        {
            var lockFile = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(HolderFile(path), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolder(path, lockFile);
        }
        catch (IOException) when (File.Exists(file))
        {
            throw new DistributedApplicationException(
                $"Another platform{Holder(path)} is already running on {path}. Stop that one first, or choose another folder with --data.");
        }
    }

    /// <summary>A folder below this one, made when it is missing.</summary>
    public string Create(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    public void Dispose() => lockFile.Dispose();

    // A file of its own: the locked one cannot be read by others.
    static string HolderFile(string path) => System.IO.Path.Combine(path, "lock.holder");

    static string Holder(string path) => File.Exists(HolderFile(path)) ? $" (process {File.ReadAllText(HolderFile(path))})" : "";
}
