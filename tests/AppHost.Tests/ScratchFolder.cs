namespace AppHost.Tests;

/// <summary>A data folder for one test. Servers run as users of their own under root, so it is open to them.</summary>
sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = TemporaryFolder.Create();

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
