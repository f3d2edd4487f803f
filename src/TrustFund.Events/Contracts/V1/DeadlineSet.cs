namespace TrustFund.Events.Contracts.V1;

/// <summary>A deadline of a fund was set or moved. The contracting deadline that a fund was established with is its first one.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Kind">`contracting`: the last day to sign or raise a contract; `implementation`: the last day of contracts' activities; `payment`: the last day to pay.</param>
/// <param name="On">The last day.</param>
/// <param name="DecidedOn">Date of the decision.</param>
/// <param name="Decision">Reference of the decision.</param>
public sealed record DeadlineSet(
    string Fund,
    string Kind,
    DateOnly On,
    DateOnly DecidedOn,
    string Decision) : IFundEvent
{
    string IFundEvent.Subject => Kind;

    DateOnly? IFundEvent.ValueDate => DecidedOn;
}
