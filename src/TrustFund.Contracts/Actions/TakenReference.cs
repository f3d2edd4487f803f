using TrustFund.Journal;

namespace TrustFund.Contracts.Actions;

/// <summary>That a fund's reference belongs to one action, one contract or one rider: a second one under it would be the same thing booked twice.</summary>
sealed record TakenReference : State
{
    public const string Action = "action";
    public const string Contract = "contract";
    public const string Rider = "rider";

    public required string Fund { get; init; }

    /// <summary>Id of the action, contract or rider.</summary>
    public required string TakenBy { get; init; }

    /// <summary>The same text in another letter case is the same reference.</summary>
    public static string KeyOf(string fund, string kind, string reference) => $"{fund}/{kind}/{reference.ToUpperInvariant()}";

    public static TakenReference Of(string fund, string kind, string reference, string takenBy) =>
        new() { Id = KeyOf(fund, kind, reference), Fund = fund, TakenBy = takenBy };

    public static IEnumerable<StateKey> Touches(string fund, string kind, string? reference) =>
        reference is null ? [] : [StateKey.Of<TakenReference>(KeyOf(fund, kind, reference))];

    public static Refusal? Refuse(States states, string fund, string kind, string? reference) =>
        reference is not null && states.TryFind<TakenReference>(KeyOf(fund, kind, reference), out var taken)
            ? Refusal.Conflict("reference-taken", $"The reference '{reference}' belongs to {kind} '{taken.TakenBy}' of {fund}.", "reference")
            : null;
}
