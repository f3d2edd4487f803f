using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Results;

/// <summary>What an action, or one contract of it, is to achieve, counted in a unit that is not money. What is aimed at and what is achieved are two figures.</summary>
sealed record Indicator : State
{
    public required string Fund { get; init; }

    public required string ActionId { get; init; }

    /// <summary>The contract it is counted for; null when it is the whole action.</summary>
    public string? ContractId { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    /// <summary>What is to be achieved; null until a target is set.</summary>
    public decimal? Target { get; init; }

    /// <summary>By when.</summary>
    public DateOnly? TargetBy { get; init; }

    /// <summary>Date of the document that sets it.</summary>
    public DateOnly? TargetSetOn { get; init; }

    /// <summary>Where it is stated.</summary>
    public string? TargetSource { get; init; }

    /// <summary>What was achieved; null until a result is reported.</summary>
    public decimal? Actual { get; init; }

    /// <summary>Up to when it is counted.</summary>
    public DateOnly? ActualAsOf { get; init; }

    /// <summary>Who reported it, or where.</summary>
    public string? ActualSource { get; init; }

    public static void Apply(States states, IndicatorDefined fact) => states.Put(new Indicator
    {
        Id = fact.IndicatorId,
        Fund = fact.Fund,
        ActionId = fact.ActionId,
        ContractId = fact.ContractId,
        Name = fact.Name,
        Unit = fact.Unit,
    });

    public static void Apply(States states, ResultTargetSet fact) => states.Change<Indicator>(fact.IndicatorId, indicator => indicator with
    {
        Target = fact.Target,
        TargetBy = fact.By,
        TargetSetOn = fact.SetOn,
        TargetSource = fact.Source,
    });

    public static void Apply(States states, ResultReported fact) => states.Change<Indicator>(fact.IndicatorId, indicator => indicator with
    {
        Actual = fact.Actual,
        ActualAsOf = fact.AsOf,
        ActualSource = fact.Source,
    });
}

/// <summary>An indicator with its target and its result, kept apart.</summary>
/// <param name="Id">Id of the indicator.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="ContractId">Id of the contract it is counted for; null when it is the whole action.</param>
/// <param name="Name">What is counted.</param>
/// <param name="Unit">The unit it is counted in.</param>
/// <param name="Target">What is to be achieved; null until a target is set.</param>
/// <param name="Result">What was achieved; null until a result is reported. A target is never one.</param>
sealed record IndicatorView(
    string Id, string Fund, string ActionId, string? ContractId, string Name, string Unit, TargetView? Target, ResultView? Result)
{
    public static IndicatorView Of(Indicator indicator) => new(
        indicator.Id,
        indicator.Fund,
        indicator.ActionId,
        indicator.ContractId,
        indicator.Name,
        indicator.Unit,
        indicator.Target is { } target ? new(target, indicator.TargetBy!.Value, indicator.TargetSetOn!.Value, indicator.TargetSource!) : null,
        indicator.Actual is { } actual ? new(actual, indicator.ActualAsOf!.Value, indicator.ActualSource!) : null);
}

/// <summary>A target.</summary>
/// <param name="Value">What is to be achieved, in the indicator's unit.</param>
/// <param name="By">By when.</param>
/// <param name="SetOn">Date of the document that sets it.</param>
/// <param name="Source">Where it is stated.</param>
sealed record TargetView(decimal Value, DateOnly By, DateOnly SetOn, string Source);

/// <summary>A result.</summary>
/// <param name="Value">What was achieved, in the indicator's unit, from the beginning.</param>
/// <param name="AsOf">Up to when.</param>
/// <param name="Source">Who reported it, or where.</param>
sealed record ResultView(decimal Value, DateOnly AsOf, string Source);
