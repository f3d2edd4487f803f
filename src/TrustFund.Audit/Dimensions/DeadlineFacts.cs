using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>A last day, and when it was decided.</summary>
/// <param name="On">The last day.</param>
/// <param name="DecidedOn">The day of the decision.</param>
sealed record DeadlineSetting(DateOnly On, DateOnly DecidedOn);

/// <summary>What Contracts says of a deadline of a fund, with what it was before; the id is the fund's code, a slash and the kind.</summary>
sealed record DeadlineFacts : State
{
    public const string Contracting = "contracting";

    public const string Payment = "payment";

    public required string Fund { get; init; }

    /// <summary><c>contracting</c>, <c>implementation</c> or <c>payment</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its days, in the order they were recorded: the last one stands.</summary>
    public required IReadOnlyList<DeadlineSetting> Settings { get; init; }

    public static string KeyOf(string fund, string kind) => $"{fund}/{kind}";

    public static void Apply(States states, DeadlineSet fact)
    {
        var id = KeyOf(fact.Fund, fact.Kind);
        var setting = new DeadlineSetting(fact.On, fact.DecidedOn);
        states.Put(states.Find<DeadlineFacts>(id) is { } known
            ? known with { Settings = [.. known.Settings, setting] }
            : new DeadlineFacts { Id = id, Fund = fact.Fund, Kind = fact.Kind, Settings = [setting] });
    }

    /// <summary>The last days of a kind, with the one a fund was established with.</summary>
    public static IReadOnlyList<DeadlineSetting> Of(FundFacts fund, IEnumerable<DeadlineFacts> deadlines, string kind) =>
    [
        .. kind == Contracting && fund.ContractingDeadline is { } first ? [new DeadlineSetting(first, fund.EstablishedOn)] : Array.Empty<DeadlineSetting>(),
        .. deadlines.Where(deadline => deadline.Kind == kind).SelectMany(deadline => deadline.Settings),
    ];

    /// <summary>
    /// The deadline that something done on a day missed; null when it missed none. A deadline moved later forgives what came before it; one
    /// moved earlier asks nothing of what was in time when it was done.
    /// </summary>
    public static DateOnly? MissedOn(IReadOnlyList<DeadlineSetting> settings, DateOnly day) =>
        settings.Count > 0 && day > settings[^1].On && !(settings.LastOrDefault(setting => setting.DecidedOn <= day)?.On >= day)
            ? settings[^1].On
            : null;
}
