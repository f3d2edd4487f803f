namespace TrustFund.Events.Disbursements.V1;

/// <summary>So much of what management may cost was neither spent nor reserved: its ceiling is lower by it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation that is to be reversed.</param>
/// <param name="Amount">What was released.</param>
public sealed record ManagementCostsReleased(
    string Fund,
    string AllocationId,
    Money Amount) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => null;
}
