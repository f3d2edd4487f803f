namespace TrustFund.Events.Disbursements.V1;

/// <summary>A cost left the fund's account: a management cost that was authorised, or a charge that the bank took by itself.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="CostId">Id of the cost.</param>
/// <param name="Kind">`management` or `bank-charge`.</param>
/// <param name="Amount">What left the account, above zero.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Attribution">Whose money it paid with, adding up to the amount; every part above zero.</param>
public sealed record CostPaid(
    string Fund,
    string CostId,
    string Kind,
    Money Amount,
    DateOnly PaidOn,
    string BankReference,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => CostId;

    DateOnly? IFundEvent.ValueDate => PaidOn;

    string? IFundEvent.Document => CostId;
}
