namespace TrustFund.Events.Contracts.V1;

/// <summary>An amount that a donor asked back is already promised on.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="Window">The window asked; the fund's pool when null.</param>
/// <param name="LargestReleasable">The largest amount that could be released.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseRefused(
    string Fund,
    string RequestId,
    string PledgeId,
    Money Amount,
    string? Window,
    Money LargestReleasable,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
