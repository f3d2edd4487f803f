namespace TrustFund.Events.Disbursements.V1;

/// <summary>A cost of the fund's own management, paid without a contract, was requested.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="CostId">Id of the cost.</param>
/// <param name="Kind">`management`.</param>
/// <param name="Payee">Who is to be paid.</param>
/// <param name="Amount">What is to be paid, above zero.</param>
/// <param name="Description">What for.</param>
/// <param name="RequestedOn">When it was requested.</param>
public sealed record CostRequested(
    string Fund,
    string CostId,
    string Kind,
    string Payee,
    Money Amount,
    string Description,
    DateOnly RequestedOn) : IFundEvent
{
    string IFundEvent.Subject => CostId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
