using System.Diagnostics;
using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>
/// Ends what an earlier run may have left behind. Its lifelines should have done so; this is for the day they were killed too.
/// Each child's number and start time are noted while it runs, so that nobody else's process is mistaken for it.
/// </summary>
static class Leftovers
{
    static readonly TimeSpan ClearTimeout = TimeSpan.FromSeconds(10);

    public static void Note(string runFolder, string name, int process)
    {
        if (ProcessTable.Find(process) is { } entry)
        {
            File.WriteAllText(NoteOf(runFolder, name), string.Create(CultureInfo.InvariantCulture, $"{entry.Id} {entry.Started}"));
        }
    }

    public static void Forget(string runFolder, string name) => File.Delete(NoteOf(runFolder, name));

    public static void Sweep(string runFolder)
    {
        foreach (var note in Directory.EnumerateFiles(runFolder, "*.pid"))
        {
            var parts = File.ReadAllText(note).Split(' ');
            if (parts.Length == 2
                && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var process)
                && ProcessTable.Find(process)?.Started.ToString(CultureInfo.InvariantCulture) == parts[1])
            {
                KillTree(process);
            }

            File.Delete(note);
        }
    }

    /// <summary>Kills the server processes that still work inside a server's own folder and would hold its data.</summary>
    /// <exception cref="DistributedApplicationException">They do not go away.</exception>
    public static async Task ClearAsync(string folder, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        while (ProcessTable.WorkingIn(folder, "postgres", "initdb", "beam.smp", "erl_child_setup", "inet_gethost") is { Count: > 0 } found)
        {
            found.ToList().ForEach(process => Posix.Send(process, Signal.Kill));
            if (Stopwatch.GetElapsedTime(began) > ClearTimeout)
            {
                throw new DistributedApplicationException($"Process {found[0]} of an earlier run still works in {folder} and cannot be ended.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    }

    public static void KillTree(int process)
    {
        foreach (var member in ProcessTable.Tree(process))
        {
            Posix.Send(member, Signal.Kill);
        }

        Posix.SendToGroup(process, Signal.Kill);
    }

    static string NoteOf(string runFolder, string name) => Path.Combine(runFolder, name + ".pid");
}
