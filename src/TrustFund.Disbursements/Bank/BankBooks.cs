using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Bank;

/// <summary>Where bookings and the lines of statements find each other: by bank reference, amount and sign.</summary>
static class BankBooks
{
    /// <summary>The entry under a reference, with the lines that wait under it or are matched with what is booked there.</summary>
    public static IEnumerable<StateKey> Keys(States states, string entryId)
    {
        yield return StateKey.Of<BankEntry>(entryId);
        if (!states.Holds(StateKey.Of<BankEntry>(entryId)) || states.Find<BankEntry>(entryId) is not { } entry)
            yield break;
        foreach (var line in entry.Waiting.Select(waiting => waiting.LineId).Concat(entry.Bookings.Select(booking => booking.LineId).OfType<string>()))
        {
            foreach (var key in LineKeys(states, line))
                yield return key;
        }
    }

    /// <summary>A line with the entry of its own reference and that of what it is matched with.</summary>
    public static IEnumerable<StateKey> LineKeys(States states, string lineId)
    {
        var key = StateKey.Of<BankLine>(lineId);
        yield return key;
        if (!states.Holds(key) || states.Find<BankLine>(lineId) is not { } line)
            yield break;
        yield return StateKey.Of<BankEntry>(line.OwnEntry());
        if (line.MatchedEntry is not null)
            yield return StateKey.Of<BankEntry>(line.MatchedEntry);
    }

    public static BankEntry EntryOf(States states, string entryId) => states.Find<BankEntry>(entryId) ?? new() { Id = entryId };

    public static void Book(States states, string fund, string reference, string kind, string target, Money amount, DateOnly valueOn) =>
        states.Put(EntryOf(states, BankEntry.IdOf(fund, reference)).With(new(kind, target, amount.Amount, ValueOn: valueOn)));

    /// <summary>It was booked wrongly: no line stands for it, and another thing may be booked under the reference.</summary>
    public static void Cancel(States states, string entryId, string kind, string target)
    {
        if (states.Find<BankEntry>(entryId) is { } entry)
            states.Put(entry.Change(kind, target, booking => booking with { Cancelled = true }));
    }

    /// <summary>The match that a new booking makes with a line that waited for it, if one did.</summary>
    public static IEnumerable<IFundEvent> Match(States states, string fund, string reference, string kind, string target, Money amount)
    {
        var waiting = states.Find<BankEntry>(BankEntry.IdOf(fund, reference))?.Waiting.FirstOrDefault(line => line.Amount == amount.Amount);
        return waiting is null ? [] : [new BankLineMatched(fund, waiting.LineId, kind, target, Automatic: true)];
    }

    /// <summary>What a booking's end makes of the line that had shown it, if one had.</summary>
    public static IEnumerable<IFundEvent> Unmatch(States states, string fund, string entryId, string kind, string target, string reason)
    {
        var line = states.Find<BankEntry>(entryId)?.Bookings.FirstOrDefault(booking => booking.Is(kind, target))?.LineId;
        return line is null ? [] : [new BankLineUnmatched(fund, line, reason)];
    }

    public static void Apply(States states, BankLineMatched matched, Recorded recorded)
    {
        var line = states.Get<BankLine>(matched.LineId);
        var target = BankEntry.IdOf(matched.Fund, matched.BankReference ?? line.Reference);
        states.Put(line with
        {
            MatchedKind = matched.Kind,
            MatchedTarget = matched.TargetId,
            MatchedEntry = target,
            MatchedBy = matched.Automatic ? null : recorded.Actor,
        });
        states.Put(EntryOf(states, line.OwnEntry()).WaitNoMore(line.Id));
        states.Put(EntryOf(states, target).Change(matched.Kind, matched.TargetId, booking => booking with { LineId = line.Id }));
    }

    public static void Apply(States states, BankLineUnmatched unmatched)
    {
        var line = states.Get<BankLine>(unmatched.LineId);
        if (line.MatchedEntry is { } target && line.MatchedKind is { } kind && line.MatchedTarget is { } id)
            states.Put(EntryOf(states, target).Change(kind, id, booking => booking with { LineId = null }));
        states.Put(EntryOf(states, line.OwnEntry()).Wait(line.Id, line.Amount));
        states.Put(line with { MatchedKind = null, MatchedTarget = null, MatchedEntry = null, MatchedBy = null });
    }
}
