namespace TrustFund.Events.Contracts.V1;

/// <summary>The last day of a deadline is over. Recorded once for each day a deadline was set to.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Kind">`contracting`, `implementation` or `payment`.</param>
/// <param name="On">The last day, now past.</param>
public sealed record DeadlinePassed(
    string Fund,
    string Kind,
    DateOnly On) : IFundEvent
{
    string IFundEvent.Subject => Kind;

    DateOnly? IFundEvent.ValueDate => On;
}
