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

    /// <summary>What it stands at: the original less what is decommitted.</summary>
    public required decimal Contracted { get; init; }

    public decimal Decommitted { get; init; }

    /// <summary>Asked to be decommitted and not answered yet; still within <see cref="Contracted"/>.</summary>
    public decimal Pending { get; init; }

    public required DateOnly SignedOn { get; init; }

    /// <summary>The trace of its signature.</summary>
    public string? TraceParent { get; init; }

    /// <summary>An amount in the currency of the fund's books.</summary>
    public Money Amount(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

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
            TraceParent = trace,
        });
        states.Change<FundAction>(fact.ActionId, action => action with { Contracted = action.Contracted + fact.Amount.Amount });
        Report(states, fact.Fund, fact.Window, fact.Amount.Amount);
        if (fact.Reference is not null)
            states.Put(TakenReference.Of(fact.Fund, TakenReference.Contract, fact.Reference, fact.ContractId));
    }

    /// <summary>What is contracted changes by this much in the row the contract is reported in: its window's, or the fund's cross-window one.</summary>
    public static void Report(States states, string fund, string? windowCode, decimal change)
    {
        if (windowCode is null)
            states.Change<Fund>(fund, kept => kept with { CrossWindowContracted = kept.CrossWindowContracted + change });
        else
            states.Change<Window>(Window.KeyOf(fund, windowCode), window => window with { Contracted = window.Contracted + change });
    }
}
