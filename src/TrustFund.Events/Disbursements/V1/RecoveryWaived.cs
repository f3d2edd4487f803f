namespace TrustFund.Events.Disbursements.V1;

/// <summary>The fund gave up a part of a recovery order: the partner owes that much no more. No money moves.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Amount">What is given up, above zero.</param>
/// <param name="WaivedOn">Date of the decision.</param>
/// <param name="Reason">Why.</param>
/// <param name="WaiverId">Id of this waiver of the order; null in facts of before waivers had one, where its place among them, from 1, stands for it.</param>
public sealed record RecoveryWaived(
    string Fund,
    string RecoveryId,
    string ContractId,
    string Partner,
    Money Amount,
    DateOnly WaivedOn,
    string Reason,
    string? WaiverId = null) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => WaivedOn;

    string? IFundEvent.Document => WaiverId is null ? null : $"{RecoveryId}/{WaiverId}";
}
