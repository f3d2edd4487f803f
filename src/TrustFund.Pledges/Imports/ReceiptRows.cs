using TrustFund.Journal;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;

namespace TrustFund.Pledges.Imports;

/// <summary>
/// A file of receipts, in the columns of the World Bank's contributions to financial intermediary funds, as they are downloaded or with the
/// pledge's and the bank's references and the day.
/// </summary>
sealed class ReceiptRows : ImportKind
{
    static readonly BankReferenceAttribute Plain = new();

    // No money yet: it comes later, as cash, in a row of its own.
    static readonly HashSet<string> Promises = new(StringComparer.OrdinalIgnoreCase)
    {
        "promissory note", "promissory notes", "letter of credit", "letters of credit",
    };

    public override string Name => "receipts";

    public override string Description => "Import donors' receipts from a CSV file";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("fund_name", "code or name of the fund", Required: false, Field: "fund"),
        new("donor_name", "code or name of the pledge's donor", Field: "donor") { LeansOn = ["pledge_reference"] },
        new("receipt_type", "cash; a promissory note or letter of credit is no money yet, and is passed over", Required: false),
        new("receipt_currency", "the currency of the amount: the pledge's own, or the fund's"),
        new("receipt_amount", "what arrived", Field: "amount") { LeansOn = ["receipt_currency", "pledge_reference"], AboveZero = true },
        new("contribution_type", "as the source has it; it is not recorded", Required: false) { Used = false },
        new("sub_account", "code or name of a window of the fund; where the money falls, the certificates' earmarks decide", Required: false, Field: "window") { Aliases = ["subaccount"] },
        new("receipt_date", "the bank's value date; may be missing where the quarter and the year are there", Field: "receivedOn")
        {
            Instead = ["receipt_quarter", "calendar_year"],
            LeansOn = ["receipt_quarter", "calendar_year"],
        },
        new("receipt_quarter", "where there is no date: Q1 to Q4; the quarter's last day is booked", Required: false),
        new("calendar_year", "the year of the quarter", Required: false),
        new("pledge_reference", "the fund's own reference of the pledge, or its id; may be empty where the donor has one pledge, or one in the currency or for the window", Required: false, Field: "pledge")
        {
            LeansOnWhenEmpty = ["donor_name", "receipt_currency", "sub_account"],
        },
        new("bank_reference", "the bank's reference of the entry: one is booked once in a fund; where it is empty, one is made of the row, and the row is passed over when it comes again", Required: false, Field: "bankReference")
        {
            // Rows of another fund do not belong here, and may well have the same.
            OnceWithin = ["fund_name"],
        },
        .. RateCells.Columns(["receipt_currency", "pledge_reference", .. ReceiptDay.Columns]),
        new("as_of_date", "as the source has it; it is not used", Required: false) { Used = false },
        new("donor_country_code", "as the source has it; it is not used", Required: false) { Used = false },
        new("amount_in_usd", "as the source has it; it is not used", Required: false) { Used = false, Aliases = ["amount_us", "amount_usd", "amount_in_us"] },
    ];

    public override StateKey? FundState(string fund) => StateKey.Of<Fund>(fund);

    public override Command? Read(ImportRow row)
    {
        if (!IsCash(row))
            return null;
        var donor = row.Text("donor_name");
        var amount = row.Amount("receipt_amount", "receipt_currency");
        var subAccount = row.Optional("sub_account");
        var day = ReceiptDay.Read(row);
        var reference = row.Optional("bank_reference", longest: 64);
        if (reference is not null && !Plain.IsValid(reference))
            row.Problem("bank_reference", $"'{reference}' is no bank reference: letters without accents, digits, spaces and signs.");
        var receipt = new ImportReceipt(
            row.Fund,
            row.Optional("fund_name"),
            donor,
            row.Optional("pledge_reference", longest: 100),
            subAccount,
            Guid.CreateVersion7().ToString(),
            amount,
            day.On,
            reference,
            RateCells.Read(row),
            reference is null ? new MadeReference(row.Fund, amount, day, row.Shared<UnreferencedRows>()) : null);
        receipt.Made?.File.Add(receipt);
        return receipt;
    }

    static bool IsCash(ImportRow row)
    {
        if (row.Optional("receipt_type") is not { } type || string.Equals(type, "cash", StringComparison.OrdinalIgnoreCase))
            return true;
        if (type.Split('/', StringSplitOptions.TrimEntries).All(Promises.Contains))
        {
            row.PassOver("receipt_type", $"'{type}' is no money that arrived: it is booked when it comes in as cash.");
            return false;
        }
        row.Problem("receipt_type", $"'{type}' is neither cash nor a promissory note or a letter of credit.");
        return true;
    }
}
