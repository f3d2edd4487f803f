namespace TrustFund.Events.Disbursements.V1;

/// <summary>A partner's bank account was entered. Nothing is paid to it before a second person has verified it.</summary>
/// <param name="AccountId">Id of the account.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Holder">In whose name the account is.</param>
/// <param name="Iban">Its international bank account number (ISO 13616), without spaces, upper case.</param>
/// <param name="Bic">Its bank's identifier (ISO 9362), upper case, where it was given.</param>
public sealed record BankAccountProposed(
    string AccountId,
    string Partner,
    string Holder,
    string Iban,
    string? Bic) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => AccountId;

    DateOnly? IFundEvent.ValueDate => null;
}
