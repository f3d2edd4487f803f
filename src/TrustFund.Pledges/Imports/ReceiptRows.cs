using TrustFund.Journal;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Rules;

namespace TrustFund.Pledges.Imports;

/// <summary>A file of receipts, in the columns of the World Bank's contributions to financial intermediary funds, with the pledge's and the bank's references.</summary>
sealed class ReceiptRows : ImportKind
{
    static readonly BankReferenceAttribute Plain = new();

    public override string Name => "receipts";

    public override string Description => "Import donors' receipts from a CSV file";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("fund_name", "code or name of the fund", Required: false, Field: "fund"),
        new("donor_name", "code or name of the pledge's donor", Field: "donor"),
        new("receipt_type", "cash; other kinds are no money yet and are refused", Required: false),
        new("receipt_currency", "the currency of the amount: the pledge's own, or the fund's"),
        new("receipt_amount", "what arrived", Field: "amount"),
        new("contribution_type", "as the source has it; it is not recorded", Required: false),
        new("sub_account", "code of a window of the fund; where the money falls, the certificates' earmarks decide", Required: false, Field: "window"),
        new("receipt_date", "the bank's value date", Field: "receivedOn"),
        new("pledge_reference", "the fund's own reference of the pledge, or its id", Field: "pledge"),
        new("bank_reference", "the bank's reference of the entry: one is booked once in a fund", Field: "bankReference"),
        .. RateCells.Columns,
    ];

    public override Command Read(ImportRow row)
    {
        var type = row.Optional("receipt_type");
        if (type is not null && !string.Equals(type, "cash", StringComparison.OrdinalIgnoreCase))
            row.Problem("receipt_type", $"'{type}' is no money that arrived: only cash is recorded.");
        var reference = row.Text("bank_reference", longest: 64);
        if (reference.Length > 0 && !Plain.IsValid(reference))
            row.Problem("bank_reference", $"'{reference}' is no bank reference: letters without accents, digits, spaces and signs.");
        _ = row.Optional("contribution_type");
        return new ImportReceipt(
            row.Fund,
            row.Optional("fund_name"),
            row.Text("donor_name"),
            row.Text("pledge_reference", longest: 100),
            row.Optional("sub_account"),
            Guid.CreateVersion7().ToString(),
            row.Amount("receipt_amount", "receipt_currency"),
            row.Date("receipt_date"),
            reference,
            RateCells.Read(row));
    }
}
