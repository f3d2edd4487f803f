using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Interest;

/// <summary>
/// Interest on the fund's account. Its id is the fund's code and the bank's reference, in upper case: one entry of the bank is booked once.
/// A wrong entry that was reversed makes room for the right one: its id becomes the interest's own.
/// </summary>
public sealed record InterestEntry : State
{
    public required string InterestId { get; init; }

    public required string Fund { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>Signed: below zero when the bank charged it.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Whether it changes what the fund may spend, by the fund's rules when it was booked.</summary>
    public required bool AddsToAvailability { get; init; }

    /// <summary>The bank's value date.</summary>
    public required DateOnly ValueOn { get; init; }

    public required string BankReference { get; init; }

    public string? Note { get; init; }

    public DateOnly? ReversedOn { get; init; }

    public string? ReversalReason { get; init; }

    public static string IdOf(string fund, string bankReference) => $"{fund}/{bankReference.ToUpperInvariant()}";

    /// <summary>The states that an entry of the bank touches: its own, and where a wrong entry goes that makes room for it.</summary>
    internal static IEnumerable<StateKey> Touches(States states, string fund, string bankReference)
    {
        var entry = StateKey.Of<InterestEntry>(IdOf(fund, bankReference));
        yield return entry;
        if (states.Holds(entry) && states.Find(entry) is InterestEntry { ReversedOn: not null } wrong)
            yield return StateKey.Of<InterestEntry>(wrong.InterestId);
    }

    internal static void Apply(States states, InterestBooked fact)
    {
        var id = IdOf(fact.Fund, fact.BankReference);
        if (states.TryFind<InterestEntry>(id, out var wrong))
            states.Put(wrong with { Id = wrong.InterestId });
        states.Put(new InterestEntry
        {
            Id = id,
            InterestId = fact.InterestId,
            Fund = fact.Fund,
            Currency = fact.Amount.Currency,
            Amount = fact.Amount.Amount,
            AddsToAvailability = fact.AddsToAvailability,
            ValueOn = fact.ValueOn,
            BankReference = fact.BankReference,
            Note = fact.Note,
        });
    }

    internal static void Apply(States states, InterestReversed fact) => states.Change<InterestEntry>(
        IdOf(fact.Fund, fact.BankReference), entry => entry with { ReversedOn = fact.ReversedOn, ReversalReason = fact.Reason });
}

/// <summary>Interest on the fund's account.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">Signed: below zero when the bank charged it.</param>
/// <param name="AddsToAvailability">Whether it changes what the fund may spend.</param>
/// <param name="ValueOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Note">A remark.</param>
/// <param name="ReversedOn">When it was reversed; null when it stands.</param>
/// <param name="ReversalReason">Why it was reversed.</param>
public sealed record InterestView(
    string Id,
    string Fund,
    Money Amount,
    bool AddsToAvailability,
    DateOnly ValueOn,
    string BankReference,
    string? Note,
    DateOnly? ReversedOn,
    string? ReversalReason)
{
    internal static InterestView Of(InterestEntry entry) => new(
        entry.InterestId,
        entry.Fund,
        new(entry.Amount, entry.Currency),
        entry.AddsToAvailability,
        entry.ValueOn,
        entry.BankReference,
        entry.Note,
        entry.ReversedOn,
        entry.ReversalReason);
}
