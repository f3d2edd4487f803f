using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Reading;
using TrustFund.Journal;

namespace TrustFund.Contracts.Imports;

/// <summary>A contract of the past, whose action is named by the fund's own reference of it or by its id.</summary>
sealed record ImportContract(string Fund, string Action, SignContract Signature) : Command<ContractView>
{
    string Reference => TakenReference.KeyOf(Fund, TakenReference.Action, Action);

    public override IEnumerable<StateKey> Touches(States states) =>
        [StateKey.Of<TakenReference>(Reference), .. Under(states.SeenSoFar<TakenReference>(Reference)).Touches(states)];

    public override Decision Decide(States states)
    {
        var decision = Under(states.Find<TakenReference>(Reference)).By(Actor, At).Decide(states);
        return decision.Refusal is { Code: "not-found" } refusal && states.TryFind<Fund>(Fund, out _)
            ? refusal with { Detail = $"{Fund} has no action '{Action}'.", Field = "action" }
            : decision;
    }

    public override ContractView View(States states) => Signature.View(states);

    SignContract Under(TakenReference? action) =>
        Signature with { ActionId = action?.TakenBy ?? Action.ToLowerInvariant() };
}
