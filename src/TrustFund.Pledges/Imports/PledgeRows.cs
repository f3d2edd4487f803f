using TrustFund.Journal;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Funds;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Imports;

/// <summary>A file of pledges: each row is a promise, and its certificate where it has one.</summary>
sealed class PledgeRows : ImportKind
{
    public override string Name => "pledges";

    public override string Description => "Import pledges, with their certificates, from a CSV file";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("donor", "code of a registered donor", Field: "donor"),
        new("reference", "the fund's own reference of the pledge, unique among its pledges", Field: "reference") { OnceWithin = [] },
        new("amount", "what is promised", Field: "amount") { LeansOn = ["currency"], AboveZero = true },
        new("currency", "the pledge's own currency"),
        new("announced_on", "when it was announced", Field: "announcedOn"),
        new("confirmed_on", "when the donor confirmed it in writing", Required: false, Field: "confirmedOn"),
        new("certified_on", "date of its certificate; empty when it has none", Required: false, Field: "certifiedOn"),
        new("certified_amount", "what is certified; the whole amount when empty", Required: false, Field: "certified.amount") { LeansOn = ["amount", "currency"], AboveZero = true },
        new("certificate_reference", "reference of the certificate", Required: false),
        new("window", "code of the window that the certificate is earmarked to; the fund's pool when empty", Required: false, Field: "earmarks[0].window"),
        new("due_on", "when it is due; on the date of the certificate when empty", Required: false, Field: "instalments[0].dueOn"),
        .. RateCells.Columns(["currency", "announced_on", "certified_on"]),
        new("note", "what is assumed about it, or where it was published", Required: false),
    ];

    public override StateKey? FundState(string fund) => StateKey.Of<Fund>(fund);

    public override Command Read(ImportRow row)
    {
        var amount = row.Amount("amount", "currency");
        var certifiedOn = row.OptionalDate("certified_on");
        var certified = row.Optional("certified_amount") is null ? amount : row.Amount("certified_amount", "currency");
        var reference = row.Text("reference", longest: 100);
        if (certifiedOn is null && (row.Optional("certified_amount") ?? row.Optional("window") ?? row.Optional("due_on")) is not null)
            row.Problem("certified_on", "What is certified, earmarked or due needs the date of the certificate.");
        return new ImportPledge(
            new(
                row.Fund, Guid.CreateVersion7().ToString(), Code(row, "donor"), amount, row.Date("announced_on"), row.Optional("note", longest: 1000), reference),
            row.OptionalDate("confirmed_on"),
            certifiedOn is not { } day ? null : new(
                row.Fund,
                "",
                Guid.CreateVersion7().ToString(),
                certified,
                row.Optional("window") is { } window ? [new(Codes.Fold(window), certified)] : [],
                row.OptionalDate("due_on") is { } due ? [new(due, certified)] : [],
                day,
                row.Optional("certificate_reference", longest: 100) ?? reference),
            RateCells.Read(row));
    }

    static string Code(ImportRow row, string column)
    {
        var code = row.Text(column);
        if (!Codes.IsCode(code))
            row.Problem(column, $"'{code}' is no code: 1 to 40 letters, digits and hyphens, the first no hyphen.");
        return Codes.Fold(code);
    }
}
