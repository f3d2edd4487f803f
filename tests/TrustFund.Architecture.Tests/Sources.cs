using System.Reflection;

namespace TrustFund.Architecture.Tests;

/// <summary>The repository's own files, without what builds and runs leave there.</summary>
static class Sources
{
    static readonly string[] NotOurs = ["artifacts", "bin", "obj"];

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = Path.GetFullPath(typeof(Sources).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "Repository").Value!);

    /// <summary>The files with this ending, as paths from the repository's folder.</summary>
    public static IReadOnlyList<string> Named(string ending)
    {
        var found = Walk(Repository, ending).Select(file => Path.GetRelativePath(Repository, file)).Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>The lines of one of them.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository, file));

    // Folders that begin with a dot are data, tools or version control.
    static IEnumerable<string> Walk(string folder, string ending) => Directory.EnumerateFiles(folder, $"*{ending}").Concat(
        Directory.EnumerateDirectories(folder)
            .Where(inner => Path.GetFileName(inner) is var name && !name.StartsWith('.') && !NotOurs.Contains(name))
            .SelectMany(inner => Walk(inner, ending)));
}
