namespace TrustFund.Events.Disbursements.V1;

/// <summary>A second person verified a partner's bank account: it may be paid to.</summary>
/// <param name="AccountId">Id of the account.</param>
/// <param name="Partner">Code of the partner.</param>
public sealed record BankAccountVerified(
    string AccountId,
    string Partner) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => AccountId;

    DateOnly? IFundEvent.ValueDate => null;
}
