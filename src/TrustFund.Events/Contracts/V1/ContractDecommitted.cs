namespace TrustFund.Events.Contracts.V1;

/// <summary>Disbursements released the amount: the contract is lower by it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="Amount">What was released.</param>
/// <param name="Destination">`action` up to the contracting deadline, `fund` after it.</param>
/// <param name="ToPool">What leaves the windows for the fund's pool; empty when it goes back to the action or stays earmarked.</param>
/// <param name="FromApproved">What the action's approved amount loses per window; empty when it goes back to the action.</param>
/// <param name="DecommittedOn">Its value date.</param>
public sealed record ContractDecommitted(
    string Fund,
    string RequestId,
    string ContractId,
    string ActionId,
    Money Amount,
    string Destination,
    IReadOnlyList<WindowAmount> ToPool,
    IReadOnlyList<WindowAmount> FromApproved,
    DateOnly DecommittedOn) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => DecommittedOn;
}
