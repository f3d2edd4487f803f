using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Contracts;

/// <summary>A contract signed under an action: the fund's own share. Amounts are in the fund's currency.</summary>
sealed record Contract : State
{
    public required string Fund { get; init; }

    public required string ActionId { get; init; }

    public required string Partner { get; init; }

    /// <summary>The window it is reported under; null under a cross-window action.</summary>
    public string? WindowCode { get; init; }

    public required string Title { get; init; }

    /// <summary>The fund's own reference of it, unique among its contracts.</summary>
    public string? Reference { get; init; }

    public required string Currency { get; init; }

    /// <summary>What it was signed for.</summary>
    public required decimal Original { get; init; }

    /// <summary>What amendments raised it by.</summary>
    public decimal Raised { get; init; }

    /// <summary>What it stands at: the original and what it was raised by, less what is decommitted.</summary>
    public required decimal Contracted { get; init; }

    public decimal Decommitted { get; init; }

    /// <summary>Asked to be decommitted and not answered yet; still within <see cref="Contracted"/>.</summary>
    public decimal Pending { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>What others pay towards it: never a part of <see cref="Contracted"/>.</summary>
    public IReadOnlyList<CoFinancingPart> CoFinancing { get; init; } = [];

    /// <summary>The countries it benefits; their shares add up to 100, if there are any.</summary>
    public IReadOnlyList<CountryPart> Countries { get; init; } = [];

    public string? Theme { get; init; }

    /// <summary>The first day of its implementation.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The last day of its implementation.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The last day that was recorded as over.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Purpose code of the OECD's Development Assistance Committee.</summary>
    public string? Sector { get; init; }

    /// <summary>Whether it is imported history.</summary>
    public bool Imported { get; init; }

    /// <summary>Whether it may be paid.</summary>
    public ContractState State { get; init; }

    /// <summary>Since when it is suspended, active again, or terminated; null when it was active ever since.</summary>
    public DateOnly? StateSince { get; init; }

    /// <summary>Why.</summary>
    public string? StateReason { get; init; }

    /// <summary>The trace of its signature.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What others pay towards it.</summary>
    public decimal CoFinanced() => CoFinancing.Sum(part => part.Amount);

    /// <summary>Nothing changes any more in a contract that was terminated.</summary>
    public Refusal? RefuseTerminated() => State is ContractState.Terminated
        ? Refusal.Conflict("contract-terminated", $"The contract was terminated on {StateSince:yyyy-MM-dd}.")
        : null;

    /// <summary>Nothing happens to a contract before it is signed.</summary>
    public Refusal? RefuseBeforeSignature(DateOnly date, string field) => date < SignedOn
        ? Refusal.Rule("date-out-of-order", $"{date:yyyy-MM-dd} is before the contract was signed, on {SignedOn:yyyy-MM-dd}.", field)
        : null;

    /// <summary>An amount in the currency of the fund's books.</summary>
    public Money Amount(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public static void Apply(States states, ContractSuspended fact) => Stand(states, fact.ContractId, ContractState.Suspended, fact.SuspendedOn, fact.Reason);

    public static void Apply(States states, ContractResumed fact) => Stand(states, fact.ContractId, ContractState.Active, fact.ResumedOn, fact.Reason);

    public static void Apply(States states, ContractTerminated fact) => Stand(states, fact.ContractId, ContractState.Terminated, fact.TerminatedOn, fact.Reason);

    public static void Apply(States states, ContractEnded fact) =>
        states.Change<Contract>(fact.ContractId, contract => contract with { EndedOn = fact.EndedOn });

    static void Stand(States states, string id, ContractState state, DateOnly since, string reason) =>
        states.Change<Contract>(id, contract => contract with { State = state, StateSince = since, StateReason = reason });

    public static void Apply(States states, ContractSigned fact, string? trace)
    {
        states.Put(new Contract
        {
            Id = fact.ContractId,
            Fund = fact.Fund,
            ActionId = fact.ActionId,
            Partner = fact.Partner,
            WindowCode = fact.Window,
            Title = fact.Title,
            Reference = fact.Reference,
            Currency = fact.Amount.Currency.Code,
            Original = fact.Amount.Amount,
            Contracted = fact.Amount.Amount,
            SignedOn = fact.SignedOn,
            CoFinancing = CoFinancingPart.Of(fact.CoFinancing),
            Countries = CountryPart.Of(fact.Countries),
            Theme = fact.Theme,
            StartsOn = fact.StartsOn,
            EndsOn = fact.EndsOn,
            Sector = fact.Sector,
            Imported = fact.Imported,
            TraceParent = trace,
        });
        states.Change<FundAction>(fact.ActionId, action => action with
        {
            Contracted = action.Contracted + fact.Amount.Amount,
            CoFinanced = action.CoFinanced + (fact.CoFinancing?.Sum(part => part.Amount.Amount) ?? 0),
        });
        Report(states, fact.Fund, fact.Window, fact.Amount.Amount, fact.Imported ? null : fact.SignedOn);
        if (fact.Reference is not null)
            states.Put(TakenReference.Of(fact.Fund, TakenReference.Contract, fact.Reference, fact.ContractId));
    }

    /// <summary>
    /// What is contracted changes by this much in the fund, and in the row the contract is reported in: its window's, or the cross-window one.
    /// </summary>
    public static void Report(States states, string fund, string? windowCode, decimal change, DateOnly? signedOn = null)
    {
        states.Change<Fund>(fund, kept => kept with
        {
            Contracted = kept.Contracted + change,
            CrossWindowContracted = kept.CrossWindowContracted + (windowCode is null ? change : 0),
            LastSignedOn = kept.LastSignedOn is null || signedOn > kept.LastSignedOn ? signedOn ?? kept.LastSignedOn : kept.LastSignedOn,
        });
        if (windowCode is not null)
            states.Change<Window>(Window.KeyOf(fund, windowCode), window => window with { Contracted = window.Contracted + change });
    }
}
