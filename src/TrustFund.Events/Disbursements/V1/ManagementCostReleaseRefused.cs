namespace TrustFund.Events.Disbursements.V1;

/// <summary>What management may cost is already spent or reserved, and so the allocation cannot be released.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation that is to be reversed.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="LargestReleasable">The largest amount that could be released.</param>
/// <param name="Reason">Why.</param>
public sealed record ManagementCostReleaseRefused(
    string Fund,
    string AllocationId,
    Money Amount,
    Money LargestReleasable,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => null;
}
