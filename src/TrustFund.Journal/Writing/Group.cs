using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using TrustFund.Journal.Imports;

namespace TrustFund.Journal.Writing;

/// <summary>
/// Writes a group of works in one transaction under the journal's head: each is decided in turn in memory, seeing what those before it
/// did; then all is written at once. A refusal touches nobody else. It happens wholly or, throwing, not at all.
/// </summary>
sealed class Group(JournalOptions options, TimeProvider clock, JsonSerializerOptions answerJson)
{
    // Tens of thousands of rows are decided and written: longer than a process that was stopped may keep a transaction.
    public const string TakeTime = "set local idle_in_transaction_session_timeout = '5min'";

    readonly GroupReads reads = new(options);
    readonly GroupWrites writes = new(options);

    /// <summary>Writes the group; gives the sequence of the last entry when it added any.</summary>
    public async Task<long?> Write(NpgsqlConnection connection, IReadOnlyList<Work> group)
    {
        var spans = new List<Activity>();
        try
        {
            var state = await reads.Begin(connection, group);
            if (group.Any(work => work is CommandWork { Command: ImportFile }))
                await Execute(connection, TakeTime);
            await reads.LoadMissing(connection, states => group.SelectMany(work => work.Touches(states, options.Evolution)), state.States);
            var at = state.Head.Next(clock.GetUtcNow());
            foreach (var work in group)
            {
                // An earlier work of the group may have made what this one's further keys come from.
                await reads.LoadMissing(connection, states => work.Touches(states, options.Evolution), state.States);
                switch (work)
                {
                    case CommandWork command: await Decide(connection, command, state, at, spans); break;
                    case FollowWork follow: await Follow(connection, follow, state, at, spans); break;
                    case ReplayWork replay when await GroupReads.MarkReplayed(connection, replay.PutAside):
                        state.Replayed++;
                        await Apply(connection, replay.PutAside, state, at, spans);
                        break;
                }
            }
            if (state.ChangesNothing) await Execute(connection, "rollback");
            else await writes.Commit(connection, state, at);
            JournalTelemetry.Wrote(group.Count, state.NewEntries.Count);
            return state.NewEntries.Count > 0 ? state.NewEntries[^1].Sequence : null;
        }
        catch
        {
            spans.ForEach(span => span.SetStatus(ActivityStatusCode.Error));
            throw;
        }
        finally
        {
            spans.ForEach(span => span.Dispose());
        }
    }

    async Task Decide(NpgsqlConnection connection, CommandWork work, GroupState state, DateTimeOffset at, List<Activity> spans)
    {
        if (state.Claims.TryGetValue(work.Claim, out var claim))
        {
            work.Decided(claim.RequestHash.AsSpan().SequenceEqual(work.Caller.RequestHash)
                ? work.WasAnswered ? Outcome.Answered(claim.Answer) : Outcome.Replay(claim.Answer)
                : Outcome.Refused(Refusal.Rule("idempotency-key-reused", "This Idempotency-Key was used before for another command: use a new key.", "Idempotency-Key")));
            return;
        }
        var command = work.Command.By(work.Caller.Actor, at);
        if (Stale(work.Caller.IfMatch, command, state.States) is { } stale)
        {
            work.Decided(Outcome.Refused(stale));
            return;
        }
        var span = JournalTelemetry.StartCommit(command.GetType().Name, work.Origin, spans);
        var decision = command.Decide(state.States);
        if (decision.Refusal is { } refusal)
        {
            JournalTelemetry.Refused(span, refusal);
            work.Decided(Outcome.Refused(refusal));
            return;
        }
        // What it reverses shows only now that it is decided.
        await reads.LoadMissing(connection, _ => LateBooking.Touches(decision.Events), state.States);
        if (!work.Caller.IsClock && Books.Refuse(state.States, decision.Events, work.Caller.BookedOn, at, decision.NotBefore) is { } closed)
        {
            JournalTelemetry.Refused(span, closed);
            work.Decided(Outcome.Refused(closed));
            return;
        }
        Record(decision.Events, work.Caller.Actor, fact => Books.DateOfDecided(fact, work.Caller.BookedOn, at), state, at, span);
        JournalTelemetry.Link(span, decision.Links);
        var answer = new StoredAnswer(
            command.Status,
            JsonSerializer.SerializeToUtf8Bytes(command.Answer(state.States), answerJson),
            command.Location,
            command.Versioned is { } versioned && state.States.Find(versioned) is { } thing ? ETag(thing) : null,
            state.NewEntries.Count > 0 && decision.Events.Count > 0 ? $"{options.Source}:{state.NewEntries[^1].Sequence}" : null);
        var made = new Claim(work.Claim, work.Caller.RequestHash, answer);
        state.Claims.Add(work.Claim, made);
        state.NewClaims.Add(made);
        work.Decided(Outcome.Answered(answer));
    }

    async Task Follow(NpgsqlConnection connection, FollowWork work, GroupState state, DateTimeOffset at, List<Activity> spans)
    {
        var cursor = state.Cursors.GetValueOrDefault(work.Source) ?? Cursor.Start(work.Source);
        var before = cursor.Sequence;
        foreach (var followed in work.Events.Where(followed => followed.Sequence > cursor.Sequence))
        {
            if (followed.Sequence > cursor.Sequence + 1)
                break;
            if (!followed.PreviousHash.Span.SequenceEqual(cursor.Hash.Span))
            {
                // What fits is written first; then nothing of this source is, until it fits.
                if (cursor.Sequence > before) break;
                throw new BrokenChainException(work.Source, followed.Sequence);
            }
            if (!followed.IsKnown)
                throw new NotSupportedException($"This version does not know '{followed.Type}': replay it after the upgrade that does.");
            if (followed.IsOf(options.Evolution))
            {
                // A fact before this one may have made what its further keys come from.
                await reads.LoadMissing(connection, states => options.Evolution.Touches(states, followed.Fact), state.States);
                await Apply(connection, followed, state, at, spans);
            }
            cursor = new(work.Source, followed.Sequence, followed.Hash());
            state.MovedCursors.Add(work.Source);
        }
        state.Cursors[work.Source] = cursor;
        work.AppliedUpTo = cursor.Sequence;
    }

    async Task Apply(NpgsqlConnection connection, CloudEvent followed, GroupState state, DateTimeOffset at, List<Activity> spans)
    {
        // What was put aside as unknown may turn out to be of no use here.
        if (followed.IsKnown && !followed.IsOf(options.Evolution)) return;
        var span = JournalTelemetry.StartApply(followed, spans);
        var recorded = followed.AsRecorded();
        JournalTelemetry.Describe(span, recorded.Event, recorded.Actor);
        options.Evolution.Apply(state.States, recorded);
        var reaction = options.Evolution.React(state.States, recorded);
        await reads.LoadMissing(connection, _ => LateBooking.Touches(reaction), state.States);
        Record(reaction, options.Source, fact => Books.DateOfAnswer(fact, recorded, at), state, at, span);
    }

    void Record(IReadOnlyList<Events.IFundEvent> facts, string actor, Func<Events.IFundEvent, DateOnly> bookedOn, GroupState state, DateTimeOffset at, Activity? span)
    {
        foreach (var fact in facts)
        {
            var (sequence, previous) = state.NewEntries.Count > 0
                ? (state.NewEntries[^1].Sequence, state.NewEntries[^1].Hash())
                : (state.Head.Sequence, state.Head.Hash);
            var recorded = new Recorded(options.Source, sequence + 1, at, actor, span?.Id, fact)
            {
                BookedOn = Books.FirstOpen(state.States, fact.Fund, Books.NotBeforeWhatItReverses(state.States, fact, bookedOn(fact))),
            };
            options.Evolution.Apply(state.States, recorded);
            state.NewEntries.Add(CloudEvent.Write(recorded, previous));
            JournalTelemetry.Describe(span, fact, actor);
        }
    }

    static Refusal? Stale(string? ifMatch, Command command, States states)
    {
        if (ifMatch is null || command.Versioned is not { } versioned)
            return null;
        var thing = states.Find(versioned);
        return thing is not null && (ifMatch == "*" || ifMatch.Split(',', StringSplitOptions.TrimEntries).Contains(ETag(thing)))
            ? null
            : new(412, "stale", thing is null ? "There is no such thing any more." : $"It has changed since: its ETag is {ETag(thing)} now.", "If-Match");
    }

    static string ETag(State state) => $"\"{state.Version}\"";

    static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
