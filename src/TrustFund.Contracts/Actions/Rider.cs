using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Actions;

/// <summary>A decision of the Operational Committee that raised or lowered an action. Amounts are in the fund's currency.</summary>
sealed record Rider : State
{
    public required string Fund { get; init; }

    public required string ActionId { get; init; }

    /// <summary>The fund's own reference of it, unique among its riders.</summary>
    public required string Reference { get; init; }

    public required string Currency { get; init; }

    /// <summary>By how much the action changed; below zero when it fell.</summary>
    public required decimal Change { get; init; }

    /// <summary>What it changed in each window, adding up to <see cref="Change"/>.</summary>
    public required IReadOnlyList<WindowPart> Parts { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>The action's ceiling of co-financing from then on; as it was when null.</summary>
    public decimal? CoFinancingCeiling { get; init; }

    public static void Apply(States states, RiderApproved fact)
    {
        states.Put(new Rider
        {
            Id = fact.RiderId,
            Fund = fact.Fund,
            ActionId = fact.ActionId,
            Reference = fact.Reference,
            Currency = fact.By.Currency.Code,
            Change = fact.By.Amount,
            Parts = [.. fact.Parts.Select(part => new WindowPart(part.Window, part.Amount.Amount))],
            ApprovedOn = fact.ApprovedOn,
            Reason = fact.Reason,
            CoFinancingCeiling = fact.CoFinancingCeiling?.Amount,
        });
        states.Change<FundAction>(fact.ActionId, action => action with
        {
            Approved = action.Approved + fact.By.Amount,
            Split = Changed(action.Split, fact.Parts),
            CoFinancingCeiling = fact.CoFinancingCeiling?.Amount ?? action.CoFinancingCeiling,
            // More to contract opens an action again that an earlier deadline had closed.
            ClosedOn = fact.By.IsPositive ? null : action.ClosedOn,
        });
        FundAction.Approve(states, fact.Fund, fact.CrossWindow, fact.Parts, 1);
        states.Put(TakenReference.Of(fact.Fund, TakenReference.Rider, fact.Reference, fact.RiderId));
    }

    /// <summary>The split with these changes; a window that was not in it yet joins it.</summary>
    static List<WindowPart> Changed(IReadOnlyList<WindowPart> split, IReadOnlyList<WindowAmount> parts) =>
    [
        .. split.Select(kept => kept with { Amount = kept.Amount + (parts.FirstOrDefault(part => part.Window == kept.Window)?.Amount.Amount ?? 0) }),
        .. parts.Where(part => split.All(kept => kept.Window != part.Window)).Select(part => new WindowPart(part.Window, part.Amount.Amount)),
    ];
}

/// <summary>A rider of an action.</summary>
/// <param name="Id">Id of the rider.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="Reference">The fund's own reference of it.</param>
/// <param name="By">By how much the action changed; below zero when it fell.</param>
/// <param name="Split">What it changed in each window, adding up to that.</param>
/// <param name="ApprovedOn">Date of the approval.</param>
/// <param name="Reason">Why.</param>
/// <param name="CoFinancingCeiling">The action's ceiling of co-financing from then on; as it was when null.</param>
sealed record RiderView(
    string Id,
    string Fund,
    string ActionId,
    string Reference,
    Money By,
    IReadOnlyList<WindowAmount> Split,
    DateOnly ApprovedOn,
    string Reason,
    Money? CoFinancingCeiling)
{
    public static RiderView Of(Rider rider)
    {
        var currency = Currency.Of(rider.Currency);
        return new(
            rider.Id,
            rider.Fund,
            rider.ActionId,
            rider.Reference,
            new(rider.Change, currency),
            [.. rider.Parts.Select(part => new WindowAmount(part.Window, new(part.Amount, currency)))],
            rider.ApprovedOn,
            rider.Reason,
            rider.CoFinancingCeiling is { } ceiling ? new Money(ceiling, currency) : null);
    }
}
