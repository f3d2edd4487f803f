using System.Reflection;

namespace TrustFund.Events.Tests;

/// <summary>
/// The documents that integrators have. A test compares what the code says with what was published; run once with
/// <c>TRUSTFUND_ACCEPT=1</c>, it publishes what the code says instead, for a person to review and commit.
/// </summary>
static class Published
{
    static readonly string Documents = Path.GetFullPath(typeof(Published).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "DocumentsFolder").Value!);

    public static bool Accepting => Environment.GetEnvironmentVariable("TRUSTFUND_ACCEPT") == "1";

    /// <summary>The published schemas' files.</summary>
    public static string Schemas { get; } = Path.Combine(Documents, "events");

    /// <summary>The integrators' document.</summary>
    public static string Guide { get; } = Path.Combine(Documents, "events.md");

    /// <summary>Fails when the code says something else than the file.</summary>
    public static void AssertIs(string file, string said)
    {
        if (Accepting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, said);
        }
        Assert.True(File.Exists(file), $"{file} is not published yet: run these tests with TRUSTFUND_ACCEPT=1 and commit it.");
        Assert.True(
            said == File.ReadAllText(file),
            $"{file} was published and the code says something else now. A published version never changes: make a new one beside it (V2). "
                + "If nobody can have read it yet, or it only gained an optional member or better words, run these tests with TRUSTFUND_ACCEPT=1 and commit the difference.");
    }
}
