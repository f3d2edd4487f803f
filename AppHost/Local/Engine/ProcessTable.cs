using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>One line of the machine's process table. <see cref="Started"/> tells two processes with the same number apart.</summary>
sealed record ProcessEntry(int Id, string Name, int Parent, char State, long Started);

/// <summary>Reads the machine's process table from <c>/proc</c>.</summary>
static class ProcessTable
{
    public static IReadOnlyList<ProcessEntry> Read() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Find(id) : null)
            .OfType<ProcessEntry>(),
    ];

    /// <summary>The process with this number, or null when there is none.</summary>
    public static ProcessEntry? Find(int id)
    {
        try
        {
            // The name, in brackets, may hold blanks and brackets of its own; the fields that count come after its last one.
            var line = File.ReadAllText($"/proc/{id}/stat");
            var (nameBegins, nameEnds) = (line.IndexOf('(') + 1, line.LastIndexOf(')'));
            var fields = line[(nameEnds + 2)..].Split(' ');
            return new ProcessEntry(id, line[nameBegins..nameEnds], int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0], long.Parse(fields[19], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // There is none, or it went away while it was being read.
            return null;
        }
    }

    /// <summary>The program and its arguments, separated by zero characters; empty when there is no such process.</summary>
    public static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>A process and all that it started, directly or not, parents first.</summary>
    public static IReadOnlyList<int> Tree(int root)
    {
        var children = Read().ToLookup(entry => entry.Parent, entry => entry.Id);
        var found = new List<int> { root };
        for (var next = 0; next < found.Count; next++)
        {
            found.AddRange(children[found[next]]);
        }

        return found;
    }

    /// <summary>The living processes with one of these names whose working folder is the given one or below it.</summary>
    public static IReadOnlyList<int> WorkingIn(string folder, params ReadOnlySpan<string> names)
    {
        var found = new List<int>();
        foreach (var entry in Read())
        {
            if (entry.State != 'Z' && names.Contains(entry.Name) && IsWithin(WorkingFolder(entry.Id), folder))
            {
                found.Add(entry.Id);
            }
        }

        return found;
    }

    static bool IsWithin(string? path, string folder) =>
        path is not null && (path == folder || path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));

    static string? WorkingFolder(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It went away, or belongs to somebody else; neither is ours to end.
            return null;
        }
    }
}
