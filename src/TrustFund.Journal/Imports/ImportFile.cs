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
    ImportedFileName File, ImportKind Kind, IReadOnlyList<ImportedRow> Rows, string Source, Evolution Evolution, DateOnly? BookedOn, bool DryRun, ImportFindings Found, Action<int> Progress)
    : Command<ImportAnswer>
{
    public override IEnumerable<StateKey> Touches(States states) =>
        Rows.SelectMany(row => row.Command?.Touches(states) ?? []).Append(StateKey.Of<ImportedFile>(File.Key)).Concat(Kind.FundState(File.Fund) is { } fund ? [fund] : []);

    public override Decision Decide(States states)
    {
        Found.Clear();
        if (states.TryFind<ImportedFile>(File.Key, out _))
            return Decision.Record();
        if (Kind.FundState(File.Fund) is { } fund && states.Find(fund) is null)
            Found.Problems.Add(1, null, $"There is no fund '{File.Fund}'.");
        IReadOnlyList<IFundEvent> facts = Found.Problems.Count == 0 ? DecideRows(states.Copy()) : [];
        if (Found.Problems.Count > 0 && !DryRun)
            return Refusal.Rule("import-refused", $"{Found.Problems.Count} problems were found, so nothing of the file is recorded.");
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
            if (Rows[i] is not { Command: { } command } row)
                continue;
            var decision = command.By(Actor, At).Decide(states);
            var refusal = decision.Refusal ?? Books.Refuse(states, decision.Events, BookedOn, At);
            Tell(row, refusal);
            if (refusal is not null)
                continue;
            if (decision.PassedOver is { } reason)
                Found.Notices.Add(row.Line, null, reason);
            if (!row.IsWhole)
                continue;
            foreach (var fact in decision.Events)
                Evolution.Apply(states, new Recorded(Source, 0, At, Actor, null, fact) { BookedOn = Books.DateOfDecided(fact, BookedOn, At) });
            facts.AddRange(decision.Events);
        }
        return facts;
    }

    /// <summary>Of a row with cells that could not be read, only what does not come of that is told; and parts of one cell that are wrong alike are told once, a part that has a column of its own there.</summary>
    void Tell(ImportedRow row, Refusal? refusal)
    {
        var told = (refusal?.Each() ?? [])
            .Select(each => (Known: each.Field is { } field ? Kind.Columns.Where(column => column.Fills(field)).MaxBy(column => column.Field!.Length)?.Name : null, each.Field, each.Detail))
            .Where(each => row.Unsure.Count == 0 || (each.Known is not null && !row.Unsure.Contains(each.Known)))
            .DistinctBy(each => (each.Known, each.Detail))
            .ToList();
        foreach (var (known, field, detail) in told)
            Found.Problems.Add(row.Line, known ?? field, detail);
        // The rules know of no row that is itself wrong.
        foreach (var (column, value, first) in row.Repeated.Where(cell => told.TrueForAll(each => each.Known != cell.Column)))
            Found.Problems.Add(row.Line, column, $"'{value}' stands in row {first} already, and may stand in one row only.");
    }
}
