namespace TrustFund.Events.Disbursements.V1;

/// <summary>A line of a bank statement was matched with what it stands for in the books.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="LineId">Id of the line.</param>
/// <param name="Kind">`payment`, `receipt`, `cost`, `interest`, `recovery`, `refund` or `return`.</param>
/// <param name="TargetId">Id of the payment, receipt, cost, booking of interest, recovery order, refund request or returned payment.</param>
/// <param name="Automatic">Whether bank reference, amount and sign alone decided, or a person.</param>
/// <param name="BankReference">The reference the target is booked under, where a person matched it in spite of another one on the line.</param>
public sealed record BankLineMatched(
    string Fund,
    string LineId,
    string Kind,
    string TargetId,
    bool Automatic,
    string? BankReference = null) : IFundEvent
{
    string IFundEvent.Subject => LineId;

    DateOnly? IFundEvent.ValueDate => null;
}
