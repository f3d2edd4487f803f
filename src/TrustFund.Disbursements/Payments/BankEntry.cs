namespace TrustFund.Disbursements.Payments;

/// <summary>An entry of a fund's bank statement that paid a disbursement: it can pay no other.</summary>
sealed record BankEntry : State
{
    public required string DisbursementId { get; init; }

    /// <summary>The id: one entry has one reference, whatever the letter case it is copied in.</summary>
    public static string IdOf(string fund, string bankReference) => $"{fund}/{bankReference.ToUpperInvariant()}";
}
