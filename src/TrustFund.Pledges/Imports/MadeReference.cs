using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Donors;

namespace TrustFund.Pledges.Imports;

/// <summary>
/// A reference for a row that has none of a bank. It is made of what the row says, and the how-manieth row it is that says just that, so
/// that the same row has the same reference in the source's next file.
/// </summary>
static class MadeReference
{
    const int Digits = 32;

    public static string Of(ImportRow row, string donor, Money amount, ReceiptDay day, string? subAccount, string? contributionType)
    {
        var said = string.Join('\n', row.Fund, Folded(donor), "CASH", amount.Currency.Code, amount.Amount.ToString("0.####", CultureInfo.InvariantCulture), day.Said, Folded(subAccount), Folded(contributionType));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{said}\n{row.Times(said)}")));
        return $"FIF-{Convert.ToHexString(hash)[..Digits]}";
    }

    static string Folded(string? text) => DonorName.IdOf(text ?? "");
}
