namespace TrustFund.Events.Contracts.V1;

/// <summary>An amount that a donor asked back was still free and has left the fund's resources.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Amount">What was released.</param>
/// <param name="Window">The window whose earmark it came from; the fund's pool when null.</param>
public sealed record ResourcesReleased(
    string Fund,
    string RequestId,
    string PledgeId,
    Money Amount,
    string? Window) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
