using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Funds;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Journal.Imports;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Imports;

/// <summary>A file of approved actions: each row is an approval out of what its windows have available.</summary>
sealed class ActionFile : ImportKind
{
    public override string Name => "actions";

    public override string Description => "Import approved actions from a CSV file";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("reference", "the fund's own reference of the action, unique among its actions", Field: "reference") { OnceWithin = [] },
        new("title", "its title"),
        new("window", "code of its window; empty for a cross-window action", Required: false, Field: "window"),
        new("split", "for a cross-window action: what each window gives, as HOA=60.00|SLC=40.00", Required: false, Field: "split") { LeansOn = ["amount", "currency", "window"] },
        new("amount", "what was approved", Field: "amount") { LeansOn = ["currency"], AboveZero = true },
        new("currency", "the fund's currency"),
        new("approved_on", "date of the approval", Field: "approvedOn"),
        new("co_financing_ceiling", "what its contracts may have of co-financing", Required: false, Field: "coFinancingCeiling") { LeansOn = ["currency"], AboveZero = true },
        new("theme", "what it is for", Required: false),
        new("programmes", "how many programmes it adopted together", Required: false),
        new("qualifier", "how the amount was published: exact, over, almost, about or up-to", Required: false),
        new("note", "what is assumed about it, or where it was published", Required: false),
    ];

    public override StateKey? FundState(string fund) => StateKey.Of<Fund>(fund);

    public override Command Read(ImportRow row)
    {
        var amount = row.Amount("amount", "currency");
        var window = row.Optional("window");
        var split = NamedNumbers.Amounts(row, "split", "currency");
        if (window is null == split is null)
            row.Problem("window", "Give the action's window, or the split of a cross-window action.");
        return new ApproveAction(
            row.Fund,
            Guid.CreateVersion7().ToString(),
            row.Text("title"),
            amount,
            split is null ? [new(Codes.Fold(window ?? ""), amount)] : [.. split.Select(part => new WindowAmount(Codes.Fold(part.Name), part.Amount))],
            split is not null,
            row.Date("approved_on"),
            row.Optional("note", longest: 1000),
            row.Text("reference", longest: 100),
            row.Optional("co_financing_ceiling") is null ? null : row.Amount("co_financing_ceiling", "currency"),
            row.Optional("theme", longest: 100),
            Programmes(row),
            QualifierOf(row));
    }

    static int? Programmes(ImportRow row)
    {
        if (row.Optional("programmes") is null)
            return null;
        var number = row.Number("programmes");
        if (number is >= 1 and <= 1000 && decimal.Truncate(number) == number)
            return (int)number;
        row.Problem("programmes", $"{number} is no number of programmes: give a whole number from 1 to 1000.");
        return null;
    }

    static Qualifier? QualifierOf(ImportRow row)
    {
        if (row.Optional("qualifier") is not { } text)
            return null;
        if (!text.Any(char.IsDigit) && Enum.TryParse<Qualifier>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var qualifier))
            return qualifier;
        row.Problem("qualifier", $"'{text}' is no qualifier: it is exact, over, almost, about or up-to.");
        return null;
    }
}
