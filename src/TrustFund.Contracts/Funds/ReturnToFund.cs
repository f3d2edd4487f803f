using TrustFund.Contracts.Actions;
using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>
/// What happens to money that an action cannot use any more: it leaves the action, and what its windows had by allocation returns to the
/// pool; the rest was earmarked and stays with its window.
/// </summary>
static class ReturnToFund
{
    /// <summary>
    /// The parts of the windows, in proportion to what each still has in the action. The amount is at most their sum, so no part by largest
    /// remainder is more than its window has.
    /// </summary>
    public static IReadOnlyList<WindowAmount> FromApproved(FundAction action, Money amount) => !amount.IsPositive ? [] :
    [
        .. Split.ByLargestRemainder(amount, [.. action.Split.Select(part => part.Amount)])
            .Zip(action.Split, (part, window) => new WindowAmount(window.Window, part))
            .Where(part => part.Amount.IsPositive),
    ];

    /// <summary>What a window has promised beyond its resources, because facts lowered them, it keeps first.</summary>
    public static IReadOnlyList<WindowAmount> ToPool(States states, string fund, IEnumerable<WindowAmount> fromApproved) =>
    [
        .. fromApproved
            .Select(part => (part, window: states.Get<Window>(Window.KeyOf(fund, part.Window))))
            .Select(pair => pair.part with { Amount = Money.Min(pair.part.Amount, GivesBack(pair.window, pair.part.Amount.Amount)) })
            .Where(part => part.Amount.IsPositive),
    ];

    public static void Apply(States states, FundAction action, IReadOnlyList<WindowAmount> fromApproved, IReadOnlyList<WindowAmount> toPool)
    {
        FundAction.Approve(states, action.Fund, action.IsCrossWindow(), fromApproved, -1);
        foreach (var part in toPool)
        {
            states.Change<Window>(Window.KeyOf(action.Fund, part.Window), window => window with { Allocated = window.Allocated - part.Amount.Amount });
            states.Change<Fund>(action.Fund, fund => fund with { Allocated = fund.Allocated - part.Amount.Amount });
        }
    }

    static Money GivesBack(Window window, decimal part) =>
        window.Amount(Math.Min(window.Allocated, window.Earmarked + window.Allocated - window.Approved + part));
}
