using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Donors;

namespace TrustFund.Pledges.Imports;

/// <summary>
/// A reference for a row that has none of a bank. It is made of what the money is (whose, how much, in which quarter) and the how-manieth such
/// row of its file it is, and not of how the row is worded: so the same money has the same reference in the source's next file.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">What arrived.</param>
/// <param name="Day">When it arrived.</param>
/// <param name="Place">The how-manieth row of the file that says so of its donor.</param>
sealed record MadeReference(string Fund, Money Amount, ReceiptDay Day, int Place)
{
    const int Digits = 32;

    public static MadeReference Of(ImportRow row, string donor, Money amount, ReceiptDay day)
    {
        var said = string.Join('\n', DonorName.IdOf(donor), Text(amount), day.Quarter);
        return new(row.Fund, amount, day, row.Times(said));
    }

    /// <summary>The reference, once it is known whose money it is.</summary>
    /// <param name="donor">Code of the donor; its name as it is given while the code is not known.</param>
    public string From(string donor)
    {
        var said = string.Create(CultureInfo.InvariantCulture, $"{Fund}\n{DonorName.IdOf(donor)}\n{Text(Amount)}\n{Day.Quarter}\n{Place}");
        return $"FIF-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..Digits]}";
    }

    static string Text(Money amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Amount:0.####} {amount.Currency.Code}");
}
