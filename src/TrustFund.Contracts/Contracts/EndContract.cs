using TrustFund.Contracts.Deadlines;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Contracts;

/// <summary>The last day of a contract's implementation is over. The clock asks; asked again, or too early, it records nothing.</summary>
sealed record EndContract(string Fund, string ContractId) : Command<Acted>
{
    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Contract>(ContractId)];

    public override Decision Decide(States states) =>
        states.Find<Contract>(ContractId) is { EndsOn: { } ends } contract
            && contract.EndedOn != ends && contract.State is not ContractState.Terminated && Deadline.IsOver(ends, At)
            ? Decision.Record(new ContractEnded(Fund, ContractId, ends)).LinkedTo(contract.TraceParent)
            : Decision.Record();

    public override Acted View(States states) => new(states.Find<Contract>(ContractId)?.EndedOn);
}
