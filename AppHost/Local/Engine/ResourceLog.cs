using System.Text.RegularExpressions;

namespace TrustFund.AppHost.Local;

/// <summary>Prints the lines of all resources, each with its resource's name before it, in a colour of its own where there are colours.</summary>
sealed partial class LogPrinter(TextWriter output, bool colours, int nameWidth)
{
    static readonly int[] Palette = [36, 33, 35, 32, 34, 96, 93, 95, 92, 94];

    readonly Lock gate = new();
    readonly Dictionary<string, int> colourOf = [];

    /// <summary>Colours only for a terminal, and not against the reader's wish (no-color.org).</summary>
    public static bool TerminalWantsColours =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static LogPrinter Silent { get; } = new(TextWriter.Null, colours: false, nameWidth: 0);

    public void Print(string name, string line)
    {
        lock (gate)
        {
            if (!colourOf.TryGetValue(name, out var colour))
            {
                colour = colourOf[name] = Palette[colourOf.Count % Palette.Length];
            }

            var prefix = name.PadRight(nameWidth) + " |";
            output.WriteLine(colours ? $"\e[{colour}m{prefix}\e[0m {line}" : $"{prefix} {WithoutColours(line)}");
        }
    }

    internal static string WithoutColours(string line) => ColourSequence().Replace(line, "");

    [GeneratedRegex("\e\\[[0-9;]*[A-Za-z]")]
    private static partial Regex ColourSequence();
}

/// <summary>The lines of one resource: kept in a file, the last of them in memory, and printed unless the resource is a quiet one.</summary>
sealed class ResourceLog : IDisposable
{
    const int Remembered = 40;
    const long KeptBytes = 20_000_000;

    readonly string name;
    readonly LogPrinter printer;
    readonly bool quiet;
    readonly StreamWriter file;
    readonly Queue<string> last = new();

    public ResourceLog(string name, string folder, LogPrinter printer, bool quiet = false)
    {
        (this.name, this.printer, this.quiet) = (name, printer, quiet);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name + ".log");
        var append = File.Exists(path) && new FileInfo(path).Length < KeptBytes;
        file = new StreamWriter(new FileStream(path, append ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) { AutoFlush = true };
    }

    /// <summary>The latest lines, oldest first, for when something goes wrong.</summary>
    public string Tail
    {
        get
        {
            lock (last)
            {
                return string.Join(Environment.NewLine, last);
            }
        }
    }

    /// <summary>A line that the resource wrote.</summary>
    public void Write(string line)
    {
        Keep(line);
        if (!quiet)
        {
            printer.Print(name, line);
        }
    }

    /// <summary>A line that the engine has to say about the resource; always printed.</summary>
    public void Say(string line)
    {
        Keep($"[{line}]");
        printer.Print(name, line);
    }

    public void Dispose()
    {
        lock (last)
        {
            file.Dispose();
        }
    }

    void Keep(string line)
    {
        var plain = LogPrinter.WithoutColours(line);
        lock (last)
        {
            last.Enqueue(plain);
            if (last.Count > Remembered)
            {
                last.Dequeue();
            }

            if (file.BaseStream.CanWrite)
            {
                file.WriteLine(plain);
            }
        }
    }
}
