using System.Threading.Channels;
using TrustFund.Journal.Http;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal;

/// <summary>Where commands go in: each is decided under the journal's head and recorded wholly, or refused and nothing is changed.</summary>
public sealed class JournalWriter
{
    // Whether it was recorded may not be known: the connection can be lost between the commit and its answer.
    internal static readonly Refusal Away = new(503, "unavailable", "The journal's database is away or this process is about to end: ask again shortly, with the same Idempotency-Key.");

    readonly GroupWriter groups;

    internal JournalWriter(GroupWriter groups) => this.groups = groups;

    /// <summary>
    /// Decides and records a command. It goes on when the caller hangs up: the answer is then kept under the idempotency key.
    /// </summary>
    public async Task<CommandResult<TAnswer>> Record<TAnswer>(Caller caller, Command<TAnswer> command)
        where TAnswer : class
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Key is { Length: > MovesMoneyExtensions.LongestKey })
            return new(Outcome.Refused(MovesMoneyExtensions.KeyTooLong));
        var work = new CommandWork(command, caller);
        try
        {
            await groups.Enqueue(work);
            return new(await work.Outcome);
        }
        catch (Exception failure) when (failure is ChannelClosedException || GroupWriter.IsPassing(failure))
        {
            return new(Outcome.Refused(Away));
        }
    }
}
