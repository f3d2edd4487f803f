using System.ComponentModel.DataAnnotations;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Funds;

namespace TrustFund.Pledges.Interest;

/// <summary>The reversal of an entry of interest.</summary>
/// <param name="ReversedOn">The date of the reversal.</param>
/// <param name="Reason">Why, up to 500 characters.</param>
public sealed record ReverseInterestRequest(DateOnly ReversedOn, [Required, StringLength(500)] string Reason);

/// <summary>Reverses a wrong entry of interest, once and wholly; its bank reference may then be booked anew.</summary>
public sealed record ReverseInterest(string Fund, string EntryReference, DateOnly ReversedOn, string Reason, string? InterestId = null) : Command<InterestView>
{
    string Entry => InterestEntry.IdOf(Fund, EntryReference);

    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<InterestEntry>(Entry), StateKey.Of<FundTotals>(Fund)];

    public override Decision Decide(States states)
    {
        if (!states.TryFind<InterestEntry>(Entry, out var entry))
            return new Refusal(404, "not-found", $"The fund {Fund} has no such entry of interest.");
        var refusal = (InterestId is not null && entry.InterestId != InterestId
                ? Refusal.Conflict("already-reversed", $"The interest '{InterestId}' was reversed already: its bank reference '{entry.BankReference}' was booked anew.")
                : entry.ReversedOn is { } day
                ? Refusal.Conflict("already-reversed", $"The interest '{entry.BankReference}' was reversed on {day:yyyy-MM-dd} already.")
                : null)
            ?? DateRules.Happened(ReversedOn, At, "reversedOn", DateRules.ValueDateDays)
            ?? DateRules.NotBefore(ReversedOn, entry.ValueOn, "the interest's value date", "reversedOn");
        return refusal is not null
            ? refusal
            : Decision.Record(new InterestReversed(
                Fund, entry.InterestId, new(entry.Amount, entry.Currency), entry.AddsToAvailability, ReversedOn, Reason, entry.BankReference));
    }

    public override InterestView View(States states) => InterestView.Of(states.Get<InterestEntry>(Entry));
}
