using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Deadlines;

/// <summary>A deadline of a fund, which is the fund's data and may be moved. Its id is <c>EUTF-AFRICA/contracting</c>.</summary>
sealed record Deadline : State
{
    // Its last day is over when it is over everywhere on earth: the zone that is furthest behind has 12 hours to go.
    static readonly TimeSpan LatestEnd = TimeSpan.FromHours(12);

    public required string Fund { get; init; }

    public required DeadlineKind Kind { get; init; }

    /// <summary>The last day on which what it limits may be done.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>When it was decided: with the fund, or later.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Reference of the decision; null for what the fund was established with.</summary>
    public string? BoardDecision { get; init; }

    /// <summary>
    /// Whether it is acted on when it passes. One that lay in the past already when its fund was recorded belongs to history that is yet to
    /// be entered: it waits until somebody sets it.
    /// </summary>
    public required bool Awaited { get; init; }

    /// <summary>The last day that was recorded as over.</summary>
    public DateOnly? Passed { get; init; }

    public static string KeyOf(string fund, DeadlineKind kind) => $"{fund}/{NameOf(kind)}";

    /// <summary>The kind as it is written.</summary>
    public static string NameOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Contracting => "contracting",
        DeadlineKind.Implementation => "implementation",
        _ => "payment",
    };

    /// <summary>The first day that, at this moment, is not over everywhere.</summary>
    public static DateOnly Today(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime - LatestEnd);

    public static bool IsOver(DateOnly day, DateTimeOffset at) => day < Today(at);

    /// <summary>Whether its last day was recorded as over, and it was not moved since.</summary>
    public bool HasPassed() => Passed == LastDay;

    public static void Apply(States states, FundEstablished fact, DateTimeOffset recordedAt)
    {
        if (fact.ContractingDeadline is not { } lastDay)
            return;
        states.Put(new Deadline
        {
            Id = KeyOf(fact.Fund, DeadlineKind.Contracting),
            Fund = fact.Fund,
            Kind = DeadlineKind.Contracting,
            LastDay = lastDay,
            DecidedOn = fact.EstablishedOn,
            Awaited = !IsOver(lastDay, recordedAt),
        });
    }

    public static void Apply(States states, DeadlineSet fact)
    {
        var kind = KindOf(fact.Kind);
        var id = KeyOf(fact.Fund, kind);
        states.Put(new Deadline
        {
            Id = id,
            Fund = fact.Fund,
            Kind = kind,
            LastDay = fact.On,
            DecidedOn = fact.DecidedOn,
            BoardDecision = fact.Decision,
            Awaited = true,
            Passed = states.Find<Deadline>(id)?.Passed,
        });
        states.Change<Funds.Fund>(fact.Fund, fund => kind switch
        {
            DeadlineKind.Contracting => fund with { ContractingDeadline = fact.On },
            DeadlineKind.Implementation => fund with { ImplementationDeadline = fact.On },
            _ => fund,
        });
    }

    public static void Apply(States states, DeadlinePassed fact) =>
        states.Change<Deadline>(KeyOf(fact.Fund, KindOf(fact.Kind)), deadline => deadline with { Passed = fact.On });

    static DeadlineKind KindOf(string name) => Enum.GetValues<DeadlineKind>().First(kind => NameOf(kind) == name);
}

/// <summary>What a deadline limits.</summary>
enum DeadlineKind
{
    /// <summary>Signing and raising contracts.</summary>
    Contracting,

    /// <summary>The activities of contracts.</summary>
    Implementation,

    /// <summary>Paying.</summary>
    Payment,
}

/// <summary>A deadline of a fund.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Kind">What it limits: signing and raising contracts, contracts' activities, or paying.</param>
/// <param name="On">The last day on which that may be done.</param>
/// <param name="DecidedOn">When it was decided.</param>
/// <param name="Decision">Reference of the decision; null for what the fund was established with.</param>
/// <param name="Awaited">
/// Whether it is acted on when it passes. One that was past already when its fund was recorded is not, until it is set.
/// </param>
/// <param name="Passed">Whether that day is recorded as over.</param>
sealed record DeadlineView(string Fund, DeadlineKind Kind, DateOnly On, DateOnly DecidedOn, string? Decision, bool Awaited, bool Passed)
{
    public static DeadlineView Of(Deadline deadline) => new(
        deadline.Fund, deadline.Kind, deadline.LastDay, deadline.DecidedOn, deadline.BoardDecision, deadline.Awaited, deadline.HasPassed());
}
