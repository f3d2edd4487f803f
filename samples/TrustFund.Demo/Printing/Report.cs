using System.Globalization;
using Spectre.Console;
using TrustFund.Demo.Playing;
using TrustFund.Demo.Story;
using TrustFund.Demo.Tables;

namespace TrustFund.Demo.Printing;

/// <summary>Prints what the demo found: with frames and colours on a terminal, as plain text anywhere else.</summary>
sealed class Report
{
    // Wide enough that no table breaks its lines in a file or a CI log.
    const int PlainWidth = 150;

    static readonly Style Heading = new(decoration: Decoration.Bold);
    static readonly Style Quiet = new(decoration: Decoration.Dim);
    static readonly Style Good = new(Color.Green);
    static readonly Style Bad = new(Color.Red, decoration: Decoration.Bold);

    readonly bool terminal = !Console.IsOutputRedirected;
    readonly IAnsiConsole console;

    public Report()
    {
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        if (!terminal)
            console.Profile.Width = PlainWidth;
    }

    public void Print(Chapter chapter, int replayed)
    {
        var commands = replayed == 0 ? $"{chapter.Steps.Count} commands" : $"{chapter.Steps.Count} commands, {replayed} of them recorded before and replayed";
        Line();
        Line(string.Create(CultureInfo.InvariantCulture, $"=== {chapter.Date:yyyy-MM-dd}  {chapter.Title}  ({commands})"), Heading);
    }

    public void Print(FigureTable table)
    {
        Line();
        Line(table.Title, Heading);
        Line(table.From, Quiet);
        if (table.Rows.Count > 0)
            console.Write(Drawn(table));
        foreach (var note in table.Notes)
            Line($"- {note}");
    }

    public void Print(IReadOnlyList<Assumption> assumptions, IReadOnlyList<Chapter> chapters)
    {
        Line();
        Line("What is assumed, because the sources do not say it", Heading);
        foreach (var assumption in assumptions)
        {
            var steps = chapters.SelectMany(chapter => chapter.Steps).Count(step => step.Assumes?.Contains(assumption.Id) == true);
            Line($"- [{assumption.Id}, {steps} commands] {assumption.Text}");
        }
    }

    public void Print(Replay replay, IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after)
    {
        var total = replay.Recorded + replay.Replayed + replay.FoundThere;
        var found = replay.FoundThere == 0 ? "" : $", {replay.FoundThere} found there already";
        Line();
        Line(replay.Recorded > 0
            ? $"{total} commands: {replay.Recorded} recorded, {replay.Replayed} replayed{found}."
            : $"All {total} commands had been recorded before and were replayed{found}: this run changed nothing.", Heading);
        var moved = before.Where(journal => after[journal.Key] != journal.Value).ToList();
        var positions = string.Join(", ", after.Select(journal => $"{journal.Key} {before[journal.Key]} -> {journal.Value}"));
        Line(moved.Count == 0 ? $"No journal has grown: {positions}." : $"The journals before and after: {positions}.");
        if (replay.Recorded == 0 && moved.Count > 0)
            Line("Somebody else recorded something meanwhile.");
    }

    public void Print(Verdict verdict)
    {
        if (verdict.Agrees)
        {
            Line($"All {verdict.Compared} figures agree.", Good);
            return;
        }
        Line($"{verdict.Differences.Count} of {verdict.Compared} figures differ:", Bad);
        foreach (var difference in verdict.Differences)
            Line($"- {difference}", Bad);
    }

    public void Waiting(string message) => Line(message, Quiet);

    public void Stopped(string message) => Line($"The demo stopped. {message}", Bad);

    Table Drawn(FigureTable table)
    {
        var drawn = new Table { Border = terminal ? TableBorder.Rounded : TableBorder.Ascii };
        drawn.AddColumn(new TableColumn(""));
        foreach (var column in table.Columns)
        {
            drawn.AddColumn(new TableColumn(new Text(column)).RightAligned());
            drawn.AddColumn(new TableColumn(new Text(table.Theirs)));
        }
        drawn.AddColumn("Agrees");
        var sources = table.Rows.Any(row => row.Source is not null);
        if (sources)
            drawn.AddColumn("Source");
        foreach (var row in table.Rows)
        {
            List<Text> line = [new(row.Label), .. row.Cells.SelectMany(cell => new Text[] { new(cell.Ours), new(cell.Theirs) { Justification = Beside(table) } }), Mark(row.Agrees)];
            if (sources)
                line.Add(new(row.Source ?? ""));
            drawn.AddRow(line);
        }
        return drawn;
    }

    // A bare figure stands under the one above it, digit under digit; words begin where words begin.
    static Justify Beside(FigureTable table) => table.HasWords ? Justify.Left : Justify.Right;

    static Text Mark(bool? agrees) => agrees switch
    {
        true => new("yes", Good),
        false => new("DIFFERS", Bad),
        null => new("-", Quiet),
    };

    void Line(string text = "", Style? style = null) => console.WriteLine(text, style ?? Style.Plain);
}
