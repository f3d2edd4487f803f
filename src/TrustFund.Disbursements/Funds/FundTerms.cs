using TrustFund.Disbursements.Officers;

namespace TrustFund.Disbursements.Funds;

/// <summary>A fund's own rules for paying: until when, and who authorises what. The id is the fund's code.</summary>
sealed record FundTerms : State
{
    /// <summary>The last day on which a payment to a partner may leave; none when null.</summary>
    public DateOnly? PaymentDeadline { get; init; }

    /// <summary>Every set of bands, in the order of the day they begin to hold.</summary>
    public IReadOnlyList<BandSet> BandSets { get; init; } = [];

    public IReadOnlyList<Delegation> Delegations { get; init; } = [];

    public static FundTerms Of(States states, string fund) => states.Find<FundTerms>(fund) ?? new() { Id = fund };

    /// <summary>The bands that hold on a day; empty before the first were set, and then any authorising officer may authorise anything.</summary>
    public IReadOnlyList<Band> BandsOn(DateOnly day) => BandSets.LastOrDefault(set => set.From <= day)?.Bands ?? [];

    public Refusal? MustNotPayAfterDeadline(DateOnly day, string? field) => PaymentDeadline is { } deadline && day > deadline
        ? Refusal.Rule("after-payment-deadline", $"The fund's last day for payments was {deadline:yyyy-MM-dd}: none may be dated {day:yyyy-MM-dd}.", field)
        : null;
}
