using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>What a contract is for, and when, from a booking date on.</summary>
/// <param name="BookedOn">The booking date of the signature or amendment.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Title">Its title.</param>
/// <param name="Theme">What it is for; its action's theme when null.</param>
/// <param name="Countries">Whom it benefits; empty when it is not said.</param>
/// <param name="StartsOn">The first day of its implementation.</param>
/// <param name="EndsOn">The last day of its implementation.</param>
/// <param name="CoFinanced">What others pay towards it.</param>
sealed record ContractTerms(
    DateOnly BookedOn,
    DateTimeOffset RecordedAt,
    string Title,
    string? Theme,
    IReadOnlyList<CountryShare> Countries,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    decimal CoFinanced);

/// <summary>That a contract was suspended, resumed, terminated or ended from a day on.</summary>
/// <param name="BookedOn">The booking date.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Standing"><c>active</c>, <c>suspended</c>, <c>terminated</c> or <c>ended</c>.</param>
sealed record ContractStanding(DateOnly BookedOn, DateTimeOffset RecordedAt, string Standing);

/// <summary>What Contracts says of a contract, with what it said before: a report may ask for any day.</summary>
sealed record ContractFacts : State
{
    public const string Active = "active";

    const string Ended = "ended";

    public required string Fund { get; init; }

    public required string ActionId { get; init; }

    public required string Partner { get; init; }

    public string? WindowCode { get; init; }

    public string? Reference { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>Its terms, in the order they were recorded; the signature's first.</summary>
    public required IReadOnlyList<ContractTerms> Terms { get; init; }

    /// <summary>Its standings, in the order they were recorded; none while it is simply active.</summary>
    public IReadOnlyList<ContractStanding> Standings { get; init; } = [];

    /// <summary>Its terms on a day, as far as they were known.</summary>
    public ContractTerms TermsOn(DateOnly day, DateTimeOffset knownOn) =>
        Terms.LastOrDefault(terms => terms.BookedOn <= day && terms.RecordedAt <= knownOn) ?? Terms[0];

    /// <summary>Its standing on a day, as far as it was known.</summary>
    public string StandingOn(DateOnly day, DateTimeOffset knownOn) =>
        Standings.LastOrDefault(standing => standing.BookedOn <= day && standing.RecordedAt <= knownOn)?.Standing ?? Active;

    public static void Apply(States states, Recorded recorded)
    {
        switch (recorded.Event)
        {
            case ContractSigned fact: states.Put(Signed(fact, recorded)); break;
            case ContractAmended fact: Change(states, fact.ContractId, contract => contract.Amended(fact, recorded)); break;
            case ContractSuspended fact: Stand(states, fact.ContractId, recorded, "suspended"); break;
            case ContractResumed fact: Stand(states, fact.ContractId, recorded, Active); break;
            case ContractTerminated fact: Stand(states, fact.ContractId, recorded, "terminated"); break;
            case ContractEnded fact: Stand(states, fact.ContractId, recorded, Ended); break;
            default: break;
        }
    }

    static ContractFacts Signed(ContractSigned fact, Recorded recorded) => new()
    {
        Id = fact.ContractId,
        Fund = fact.Fund,
        ActionId = fact.ActionId,
        Partner = fact.Partner,
        WindowCode = fact.Window,
        Reference = fact.Reference,
        SignedOn = fact.SignedOn,
        Terms = [new(recorded.BookedOn, recorded.At, fact.Title, fact.Theme, fact.Countries ?? [], fact.StartsOn, fact.EndsOn, CoFinancedBy(fact.CoFinancing) ?? 0)],
    };

    ContractFacts Amended(ContractAmended fact, Recorded recorded)
    {
        var last = Terms[^1];
        return this with
        {
            Terms =
            [
                .. Terms,
                new(
                    recorded.BookedOn,
                    recorded.At,
                    fact.Title ?? last.Title,
                    fact.Theme ?? last.Theme,
                    fact.Countries ?? last.Countries,
                    fact.StartsOn ?? last.StartsOn,
                    fact.EndsOn ?? last.EndsOn,
                    CoFinancedBy(fact.CoFinancing) ?? last.CoFinanced),
            ],
            Standings = fact.EndsOn > last.EndsOn && Standings is [.., { Standing: Ended }]
                ? [.. Standings, new(recorded.BookedOn, recorded.At, BeforeItEnded())]
                : Standings,
        };
    }

    /// <summary>What a contract that is prolonged after its end goes on as: a suspended one is still suspended.</summary>
    string BeforeItEnded() => Standings.LastOrDefault(standing => standing.Standing != Ended)?.Standing ?? Active;

    static decimal? CoFinancedBy(IReadOnlyList<CoFinancing>? parts) => parts?.Sum(part => part.Amount.Amount);

    static void Stand(States states, string id, Recorded recorded, string standing) => Change(states, id, contract => contract with
    {
        Standings = [.. contract.Standings, new(recorded.BookedOn, recorded.At, standing)],
    });

    static void Change(States states, string id, Func<ContractFacts, ContractFacts> change)
    {
        if (states.TryFind<ContractFacts>(id, out var contract))
            states.Put(change(contract));
    }
}
