using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Bank;

/// <summary>A step on one line of a statement.</summary>
abstract record LineStep(string Fund, string LineId) : Command<LineView>
{
    public sealed override StateKey? Versioned => StateKey.Of<BankLine>(LineId);

    public override IEnumerable<StateKey> Touches(States states) => BankBooks.LineKeys(states, LineId);

    public sealed override Decision Decide(States states) => states.TryFind<BankLine>(LineId, out var line) && line.Fund == Fund
        ? Decide(states, line)
        : Refusal.NotFound("bank line", LineId, "id");

    public sealed override LineView View(States states) => LineView.Of(states.Get<BankLine>(LineId));

    protected abstract Decision Decide(States states, BankLine line);
}

/// <summary>A person says what a line stands for, whose reference does not tell: amount and sign must be the same all the same.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="LineId">Id of the line.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Target">Its id.</param>
/// <param name="EntryId">The bank entry it is booked under; empty when there is none.</param>
sealed record MatchLine(string Fund, string LineId, string Kind, string Target, string EntryId) : LineStep(Fund, LineId)
{
    public override IEnumerable<StateKey> Touches(States states) => base.Touches(states).Append(StateKey.Of<BankEntry>(EntryId));

    protected override Decision Decide(States states, BankLine line)
    {
        if (line.MatchedKind is not null)
            return Refusal.Conflict("already-matched", $"The line stands for {line.MatchedKind} '{line.MatchedTarget}': take that match back first.");
        if (states.Find<BankEntry>(EntryId)?.Bookings.FirstOrDefault(kept => kept.Is(Kind, Target) && !kept.Cancelled) is not { } booking)
            return Refusal.Rule("no-such-booking", $"No {Kind} '{Target}' is booked in fund {Fund}.", "target");
        if (booking.LineId is not null)
            return Refusal.Conflict("already-matched", $"The {Kind} '{Target}' is shown by line '{booking.LineId}'.", "target");
        if (booking.Amount != line.Amount)
            return Refusal.Rule("amounts-differ", $"The line says {line.Amount} {line.Currency}, and the {Kind} is booked as {booking.Amount} {line.Currency}.", "target");
        return Decision.Record(new BankLineMatched(
            Fund, LineId, Kind, Target, Automatic: false, EntryId == line.OwnEntry() ? null : EntryId[(Fund.Length + 1)..]));
    }
}

/// <summary>Why a match was wrong.</summary>
/// <param name="Reason">For the auditor.</param>
sealed record UnmatchBody([Required, StringLength(500)] string Reason);

/// <summary>A person takes a match back; the line is to be explained anew.</summary>
sealed record UnmatchLine(string Fund, string LineId, string Reason) : LineStep(Fund, LineId)
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/bank-lines/{id}/unmatching", Unmatch)
        .WithName("UnmatchBankLine")
        .RequireRole(Roles.FinanceOfficer)
        .Produces<LineView>();

    protected override Decision Decide(States states, BankLine line) => line.MatchedKind is null
        ? Refusal.Conflict("not-matched", "The line is not matched with anything.")
        : Decision.Record(new BankLineUnmatched(Fund, LineId, Reason));

    /// <summary>Take the match of a bank line back</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the line.</param>
    static Task<CommandResult<LineView>> Unmatch(string fund, string id, UnmatchBody body, Caller caller, JournalWriter journal) =>
        journal.Record(caller, new UnmatchLine(Codes.Fold(fund), Ids.Fold(id), body.Reason.Trim()));
}
