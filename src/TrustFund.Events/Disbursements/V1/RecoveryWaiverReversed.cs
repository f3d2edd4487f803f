namespace TrustFund.Events.Disbursements.V1;

/// <summary>What had been given up of a recovery order is taken back whole: the partner owes it again. No money moves.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="WaiverId">Id of the waiver; its place among the order's waivers, from 1, where it has none.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Amount">What had been given up, above zero.</param>
/// <param name="ReversedOn">The date on which the correction takes effect.</param>
/// <param name="Reason">Why.</param>
public sealed record RecoveryWaiverReversed(
    string Fund,
    string RecoveryId,
    string WaiverId,
    string ContractId,
    string Partner,
    Money Amount,
    DateOnly ReversedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => $"{RecoveryId}/{WaiverId}";
}
