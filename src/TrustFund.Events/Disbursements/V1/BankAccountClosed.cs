namespace TrustFund.Events.Disbursements.V1;

/// <summary>A partner's bank account is used no more: no payment may be requested, authorised or executed to it.</summary>
/// <param name="AccountId">Id of the account.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Reason">Why.</param>
public sealed record BankAccountClosed(
    string AccountId,
    string Partner,
    string Reason) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => AccountId;

    DateOnly? IFundEvent.ValueDate => null;
}
