using TrustFund.Events;

namespace TrustFund.Journal.Imports;

/// <summary>What an import is about.</summary>
sealed record ImportedFileName(string Fund, string Kind, string ImportId, string FileName, string Sha256)
{
    public string Key => ImportedFile.IdOf(Fund, Kind, Sha256);
}

/// <summary>What came of it.</summary>
sealed record ImportAnswer(string ImportId, bool AlreadyImported);

/// <summary>
/// A whole file as one command: each row is decided in turn, seeing what the rows before it did, and all of their facts are recorded or
/// none. A dry run decides the same and records nothing.
/// </summary>
sealed record ImportFile(
    ImportedFileName File, ImportKind Kind, IReadOnlyList<ImportedRow> Rows, string Source, Evolution Evolution, DateOnly? BookedOn, bool DryRun, ImportProblems Problems, Action<int> Progress)
    : Command<ImportAnswer>
{
    public override IEnumerable<StateKey> Touches(States states) =>
        Rows.SelectMany(row => row.Command.Touches(states)).Append(StateKey.Of<ImportedFile>(File.Key));

    public override Decision Decide(States states)
    {
        Problems.Clear();
        if (states.TryFind<ImportedFile>(File.Key, out _))
            return Decision.Record();
        var facts = DecideRows(states.Copy());
        if (Problems.Count > 0 && !DryRun)
            return Refusal.Rule("import-refused", $"{Problems.Count} problems were found, so nothing of the file is recorded.");
        return DryRun
            ? Decision.Record()
            : Decision.Record([.. facts, Evolution.ImportFile(File.Fund, File.ImportId, File.Kind, File.FileName, File.Sha256, Rows.Count)
                ?? throw new InvalidOperationException($"{Source} takes no files in.")]);
    }

    public override ImportAnswer View(States states) =>
        new(File.ImportId, states.TryFind<ImportedFile>(File.Key, out var known) && known.ImportId != File.ImportId);

    List<IFundEvent> DecideRows(States states)
    {
        var facts = new List<IFundEvent>(Rows.Count);
        for (var i = 0; i < Rows.Count; i++)
        {
            Progress(i + 1);
            var (line, command) = Rows[i];
            var decision = command.By(Actor, At).Decide(states);
            if ((decision.Refusal ?? Books.Refuse(states, decision.Events, BookedOn, At)) is { } refusal)
            {
                Problems.Add(line, ColumnOf(refusal.Field), refusal.Detail);
                continue;
            }
            foreach (var fact in decision.Events)
                Evolution.Apply(states, new Recorded(Source, 0, At, Actor, null, fact));
            facts.AddRange(decision.Events);
        }
        return facts;
    }

    string? ColumnOf(string? field) =>
        field is null ? null : Kind.Columns.FirstOrDefault(column => string.Equals(column.Field, field, StringComparison.OrdinalIgnoreCase))?.Name ?? field;
}
