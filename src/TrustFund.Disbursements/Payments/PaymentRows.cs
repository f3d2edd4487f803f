using TrustFund.Disbursements.Funds;
using TrustFund.Journal.Imports;

namespace TrustFund.Disbursements.Payments;

/// <summary>A file of payments made before the platform was used.</summary>
sealed class PaymentRows : ImportKind
{
    public override string Name => "payments";

    public override string Description => "Payments of the past, imported as facts: they count even where they exceed their contract or the cash there was.";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("contract", "the fund's own reference of the contract, or its id", Field: "contract"),
        new("kind", "pre-financing, interim or final", Field: "kind"),
        new("amount", "what was paid, above zero", Field: "amount") { LeansOn = ["currency"], AboveZero = true },
        new("currency", "ISO 4217 code of the contract's currency"),
        new("paid_on", "the bank's value date", Field: "paidOn"),
        new("bank_reference", "the bank's reference of the entry, once in a fund", Field: "bankReference") { OnceWithin = [] },
    ];

    public override StateKey? FundState(string fund) => StateKey.Of<FundCash>(fund);

    public override Command Read(ImportRow row) => new ImportPayment(
        row.Fund, row.Text("contract", 100), Guid.CreateVersion7().ToString(), KindOf(row), row.Amount("amount", "currency"), row.Date("paid_on"), row.Text("bank_reference", 80));

    static PaymentKind KindOf(ImportRow row)
    {
        var text = row.Text("kind").ToLowerInvariant();
        if (Enum.GetValues<PaymentKind>().Where(kind => kind.Name() == text).ToList() is [var known])
            return known;
        row.Problem("kind", $"'{text}' is none of pre-financing, interim and final.");
        return PaymentKind.Interim;
    }
}
