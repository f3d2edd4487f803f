using System.Security.Cryptography;
using System.Text;
using TrustFund.Disbursements.Funds;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Bank;

/// <summary>
/// A finance officer takes a bank statement in: each line is matched with what is booked under its reference with its amount and sign, and
/// waits else. Ids come from what a file and a line say, so the same file, or a line of an overlapping one, changes nothing a second time.
/// </summary>
sealed record RecordStatement(string Fund, string FileHash, IReadOnlyList<StatementLine> Lines) : Command<StatementView>
{
    readonly string statementId = IdOf($"{Fund}/{FileHash}");

    public override StateKey? Versioned => StateKey.Of<BankStatement>(statementId);

    public override string? Location => $"/funds/{Fund}/bank-statements/{statementId}";

    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<FundCash>(Fund);
        yield return Versioned!.Value;
        foreach (var (id, line) in Identified())
        {
            yield return StateKey.Of<BankLine>(id);
            yield return StateKey.Of<BankEntry>(BankEntry.IdOf(Fund, line.Reference));
        }
    }

    public override Decision Decide(States states)
    {
        if (!states.TryFind<FundCash>(Fund, out var cash))
            return Refusal.NotFound("fund", Fund, "fund");
        if (states.TryFind<BankStatement>(statementId, out _))
            return Decision.Record();
        if (Lines.Select((line, place) => (line, place)).FirstOrDefault(one => one.line.Amount.Currency.Code != cash.Currency) is ({ } foreign, var place))
            return Refusal.Rule("wrong-currency", $"The fund keeps its books in {cash.Currency}, and the line is in {foreign.Amount.Currency}.", $"row {place + 2}, currency");
        if (Lines.Select((line, place) => DateRules.Happened(line.ValueOn, At, $"row {place + 2}, value_date")).FirstOrDefault(wrong => wrong is not null) is { } future)
            return future;
        var facts = new List<IFundEvent>
        {
            new BankStatementRecorded(Fund, statementId, Lines[0].Account, Lines.Min(line => line.ValueOn), Lines.Max(line => line.ValueOn), Lines.Count, FileHash),
        };
        var entries = new Dictionary<string, BankEntry>();
        foreach (var (id, line) in Identified().Where(one => !states.TryFind<BankLine>(one.Id, out _)))
        {
            facts.Add(new BankLineRecorded(Fund, statementId, id, line.ValueOn, line.Amount, line.Reference, line.Counterparty, line.Description));
            var key = BankEntry.IdOf(Fund, line.Reference);
            var entry = entries.GetValueOrDefault(key) ?? BankBooks.EntryOf(states, key);
            if (entry.Fitting(line.Amount.Amount) is not { } booking)
                continue;
            facts.Add(new BankLineMatched(Fund, id, booking.Kind, booking.TargetId, Automatic: true));
            entries[key] = entry.Change(booking.Kind, booking.TargetId, kept => kept with { LineId = id });
        }
        return Decision.Record(facts);
    }

    public override StatementView View(States states) => StatementView.Of(
        states.Get<BankStatement>(statementId), Identified().Count(one => states.Find<BankLine>(one.Id) is { MatchedKind: null }));

    public static void Apply(States states, BankStatementRecorded statement, Recorded recorded) => states.Put(new BankStatement
    {
        Id = statement.StatementId,
        Fund = statement.Fund,
        Account = statement.Account,
        From = statement.From,
        Until = statement.Until,
        Lines = statement.Lines,
        FileHash = statement.FileHash,
        RecordedBy = recorded.Actor,
        RecordedAt = recorded.At,
    });

    public static void Apply(States states, BankLineRecorded recorded)
    {
        var line = BankLine.Of(recorded);
        states.Put(line);
        states.Put(BankBooks.EntryOf(states, line.OwnEntry()).Wait(line.Id, line.Amount));
    }

    /// <summary>Each line with its id; two lines of a file that say the same are two lines.</summary>
    IEnumerable<(string Id, StatementLine Line)> Identified()
    {
        var seen = new Dictionary<string, int>();
        foreach (var line in Lines)
        {
            var said = $"{Fund}/{line.Account}/{line.ValueOn:yyyy-MM-dd}/{line.Amount}/{line.Reference.ToUpperInvariant()}";
            var number = seen[said] = seen.GetValueOrDefault(said) + 1;
            yield return (IdOf($"{said}/{number}"), line);
        }
    }

    static string IdOf(string text) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16), bigEndian: true).ToString();
}
